import { sampleData, subjectKey } from '@aos/tests/harness/samples'
import { describe, expect, it } from 'vitest'
import { operations, pathTo } from './api.ts'
import { journey } from './journey.ts'
import { journeyEntryTypes } from './journey-entries.ts'
import { messages, messageTypes } from './messages.ts'
import { platformPorts, ports, serviceNames } from './services.ts'
import { messageTopics, subscribedTopics, topicOf, topics } from './topics.ts'

describe('messages', () => {
  it.each(messageTypes)('%s carries the order or account it speaks of', (type) => {
    const key = subjectKey(type)
    const { [key]: subject, ...rest } = sampleData(type) as Record<string, unknown>
    expect(messages[type].data.safeParse({ ...rest, [key]: subject }).success).toBe(true)
    expect(messages[type].data.safeParse(rest).success).toBe(false)
    expect(messages[type].data.safeParse({ ...rest, [key]: 'not-an-id' }).success).toBe(false)
  })

  it.each(messageTypes)('%s is heard by somebody', (type) => {
    expect(messageTopics.find(({ name }) => name === topicOf(type))?.consumers).not.toEqual([])
  })
})

describe('topics', () => {
  it('a command goes to one owner', () => {
    for (const topic of topics.filter(({ name }) => name.endsWith('.commands')))
      expect(topic.consumers, topic.name).toEqual([topic.name.split('.')[0]])
  })

  it('events have the name of who tells them', () => {
    for (const topic of topics.filter(({ name }) => name.endsWith('.events')))
      expect(topic.publishers, topic.name).toEqual([topic.name.split('.')[0]])
  })

  it('orders hears of everything that may end a saga', () => {
    const heard = subscribedTopics('orders').flatMap(({ types }) => types)
    expect(heard).toEqual(expect.arrayContaining(['ItemsReserved', 'PaymentSucceeded', 'ShipmentDelivered']))
  })
})

describe('ports', () => {
  it('are all different', () => {
    const all = [
      ...serviceNames.flatMap((name) => Object.values(ports[name])),
      ...Object.values(platformPorts),
    ]
    expect(new Set(all).size).toBe(all.length)
  })
})

describe('the journey', () => {
  it('is told with entries that an order can have', () => {
    for (const step of journey) expect(journeyEntryTypes).toContain(step.doneBy)
  })

  it('covers the steps 1 to 14', () => {
    const steps = journey.flatMap(({ steps }) => {
      const [from = 0, to = from] = steps.split('–').map(Number)
      return Array.from({ length: to - from + 1 }, (_, i) => from + i)
    })
    expect([...new Set(steps)]).toEqual(Array.from({ length: 14 }, (_, i) => i + 1))
  })
})

describe('operations', () => {
  it('have addresses whose parameters they declare', () => {
    for (const [name, operation] of Object.entries(operations)) {
      const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, key]) => key)
      const declared = 'params' in operation ? Object.keys(operation.params.shape) : []
      expect(declared, name).toEqual(inPath)
    }
  })

  it('pathTo fills in what must be escaped', () => {
    expect(pathTo('getProduct', { sku: 'A/B' })).toBe('/api/v1/products/A%2FB')
  })
})
