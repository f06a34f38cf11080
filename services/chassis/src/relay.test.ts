import { setTimeout as sleep } from 'node:timers/promises'
import { until } from '@aos/tests/harness/until'
import { afterEach, describe, expect, it } from 'vitest'
import type { Database } from './database.ts'
import { createLogger } from './logger.ts'
import type { OutboxRow } from './outbox.ts'
import { Relay } from './relay.ts'
import type { Sidecar } from './sidecar.ts'

const row = (id: string, topic = 'orders.events'): OutboxRow => ({
  id,
  topic,
  key: 'an order',
  event: '{}',
  traceparent: undefined,
})

type Publish = (topic: string, ids: string[]) => Promise<Set<string>>

const relays: Relay[] = []
afterEach(() => Promise.all(relays.splice(0).map((relay) => relay.stop())))

/** A relay between a database that forgets what it is told to and a sidecar that answers as the test says. */
function aRelay(publish: Publish) {
  const requests: { topic: string; ids: string[] }[] = []
  const deleted: string[] = []
  const database = { run: async (_: unknown, [ids]: [string[]]) => deleted.push(...ids) }
  const sidecar = {
    publish: (topic: string, entries: OutboxRow[]) => {
      const ids = entries.map(({ id }) => id)
      requests.push({ topic, ids })
      return publish(topic, ids)
    },
  }
  const logger = createLogger('orders', 'fatal')
  const relay = new Relay(database as unknown as Database, sidecar as unknown as Sidecar, logger)
  relays.push(relay)
  return { relay, requests, deleted }
}

const allWell: Publish = async () => new Set()

describe('the relay', () => {
  it('publishes what is pushed together in one request for each topic', async () => {
    const { relay, requests } = aRelay(allWell)
    relay.push([row('1'), row('2', 'stock.commands'), row('3')])
    await until('both topics have theirs', () => requests.length === 2)
    expect(requests).toEqual([
      { topic: 'orders.events', ids: ['1', '3'] },
      { topic: 'stock.commands', ids: ['2'] },
    ])
  })

  it('has one request in flight for a topic; what comes meanwhile goes together next', async () => {
    const answer = Promise.withResolvers<Set<string>>()
    const { relay, requests } = aRelay((_, ids) => (ids.includes('1') ? answer.promise : allWell('', ids)))
    relay.push([row('1')])
    await until('the first is in flight', () => requests.length === 1)
    relay.push([row('2')])
    relay.push([row('3')])
    await sleep(50)
    expect(requests).toHaveLength(1)
    answer.resolve(new Set())
    await until('the others are published', () => requests.length === 2)
    expect(requests[1]?.ids).toEqual(['2', '3'])
  })

  it('publishes at most 100 at once', async () => {
    const { relay, requests } = aRelay(allWell)
    relay.push(Array.from({ length: 250 }, (_, i) => row(String(i))))
    await until('all are published', () => requests.length === 3)
    expect(requests.map(({ ids }) => ids.length)).toEqual([100, 100, 50])
  })

  it('repeats only the entries that failed, before what came later', async () => {
    let isFirst = true
    const { relay, requests, deleted } = aRelay(async () => {
      const failed = new Set(isFirst ? ['2'] : [])
      isFirst = false
      return failed
    })
    relay.push([row('1'), row('2'), row('3')])
    await until('they are in flight', () => requests.length === 1)
    relay.push([row('4')])
    await until('the failed one is repeated', () => requests.length > 1)
    expect(requests[1]?.ids).toEqual(['2', '4'])
    await relay.stop()
    expect(deleted.sort()).toEqual(['1', '2', '3', '4'])
  })

  it('repeats all when no answer can be believed, and forgets nothing before it was acknowledged', async () => {
    let attempts = 0
    const { relay, requests, deleted } = aRelay(async () => {
      attempts += 1
      if (attempts < 3) throw new Error('circuit breaker is open')
      return new Set()
    })
    relay.push([row('1'), row('2')])
    await until('it was tried three times', () => requests.length === 3)
    expect(requests.every(({ ids }) => ids.join() === '1,2')).toBe(true)
    expect(deleted).toEqual([])
    await relay.stop()
    expect(deleted).toEqual(['1', '2'])
  })

  it('leaves to the outbox what cannot be published at its stop', async () => {
    const { relay, deleted } = aRelay(async () => {
      throw new Error('the sidecar is gone')
    })
    relay.push([row('1')])
    await relay.stop()
    expect(deleted).toEqual([])
  })

  it.each(Array.from({ length: 12 }, (_, i) => i))(
    'publishes what is pushed %i microtasks after the last one was acknowledged',
    async (microtasks) => {
      const answer = Promise.withResolvers<Set<string>>()
      const { relay, requests } = aRelay((_, ids) => (ids.includes('1') ? answer.promise : allWell('', ids)))
      relay.push([row('1')])
      await until('it is in flight', () => requests.length === 1)
      answer.resolve(new Set())
      for (let i = 0; i < microtasks; i += 1) await undefined
      relay.push([row('2')])
      await until('it is published', () => requests.length === 2, { withinMs: 2_000, everyMs: 10 })
    },
  )
})
