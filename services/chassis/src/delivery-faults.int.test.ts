import { setTimeout as sleep } from 'node:timers/promises'
import { type AnyMessage, subjectOf } from '@aos/contracts/messages'
import { type TestKafka, testKafka } from '@aos/tests/harness/kafka'
import { recorderFor } from '@aos/tests/harness/recorder'
import { sampleEvent } from '@aos/tests/harness/samples'
import { type TestService, testService } from '@aos/tests/harness/service'
import { until } from '@aos/tests/harness/until'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { AppError } from './errors.ts'

interface Letter {
  type: string
  subject: string
  data: { service: string; topic: string; reason: string; event: unknown }
}

let kafka: TestKafka
let stock: TestService
let handle: (messages: AnyMessage[]) => unknown = () => {}
const { seen, subscriptions } = recorderFor('stock', (messages) => handle(messages))

beforeAll(async () => {
  kafka = await testKafka()
  stock = await testService('stock', () => subscriptions, { brokers: kafka.brokers })
})
afterAll(async () => {
  await stock.stop()
  await kafka.stop()
})
beforeEach(() => {
  handle = () => {}
})

const send = (...values: unknown[]) => kafka.produce('stock.commands', 'an order', values)
const hasSeen = (event: { id: string }) => seen.some(({ id }) => id === event.id)
const letters = async () => (await kafka.read('stock.dead-letters')) as Letter[]
const command = () => sampleEvent('ReserveItems')

describe('a handler that throws', () => {
  it('gets the message again until it takes it', async () => {
    let attempts = 0
    handle = () => {
      attempts += 1
      if (attempts < 4) throw new Error('not yet')
    }
    const event = command()
    await send(event)
    await until('it is handled', () => hasSeen(event))
    expect(attempts).toBe(4)
  })

  it('gets only the message again which failed, and soon', async () => {
    const [good, bad, late] = [command(), command(), command()]
    const deliveries: string[][] = []
    let failedAt = 0
    handle = (messages) => {
      deliveries.push(messages.map(({ id }) => id))
      if (
        !messages.some(({ id }) => id === bad.id) ||
        deliveries.flat().filter((id) => id === bad.id).length > 3
      )
        return
      failedAt = Date.now()
      throw new AppError('not-found', 'not-yet', 'not yet')
    }
    await send(good, bad, late)
    await until('all are handled', () => [good, bad, late].every(hasSeen))
    expect(Date.now() - failedAt).toBeLessThan(2_000)
    const handled = seen.filter(({ id }) => [good.id, late.id].includes(id))
    expect(handled.map(({ id }) => id)).toEqual([good.id, late.id])
  })

  it('gets all messages again when what it stands on is away, each alone would only fail too', async () => {
    const events = [command(), command(), command()]
    let attempts = 0
    handle = () => {
      attempts += 1
      if (attempts < 3) throw new AppError('unavailable', 'database-unavailable', 'away')
    }
    await send(...events)
    await until('all are handled', () => events.every(hasSeen))
    expect(await letters()).toEqual([])
  })
})

describe('poison', () => {
  const invalid = sampleEvent('ReserveItems', { data: { orderId: 'nobody' } })
  const alien = { ...command(), type: 'MakeTea' }

  it.each([
    ['what is not JSON', 'pack my box', 'not a CloudEvent of ours'],
    ['JSON that is no CloudEvent', { hello: 'world' }, 'not a CloudEvent of ours'],
    ['a message that breaks its schema', invalid, 'invalid ReserveItems'],
    ['a message of an unknown type', alien, 'unknown message type MakeTea'],
  ])(
    '%s becomes a dead letter with the reason, and the next message is handled',
    async (_, poison, reason) => {
      const before = (await letters()).length
      const next = command()
      await send(poison, next)
      await until('the next is handled', () => hasSeen(next))
      await until('there is a letter', async () => (await letters()).length > before)
      const letter = (await letters()).at(-1)
      expect(letter).toMatchObject({
        type: 'DeadLetter',
        data: { service: 'stock', topic: 'stock.commands', reason: expect.stringContaining(reason) },
      })
      if (typeof poison !== 'string' && 'id' in poison) expect(letter?.data.event).toMatchObject(poison)
    },
  )

  it('a message as large as Kafka takes becomes a letter that Kafka takes as well', async () => {
    const before = (await letters()).length
    const next = command()
    await send('"'.repeat(1_000_000), next)
    await until('the next is handled', () => hasSeen(next))
    await until('there is a letter', async () => (await letters()).length > before)
    expect((await letters()).at(-1)?.data.event).toMatch(/… \(the first of \d+ characters\)$/)
  })

  it('a message that its handler can never accept becomes a dead letter; others of its batch are handled', async () => {
    const [good, bad] = [command(), command()]
    handle = (messages) => {
      if (messages.some(({ id }) => id === bad.id))
        throw new AppError('unprocessable', 'no-such-thing', 'there is no such thing')
    }
    await send(bad, good)
    await until('the good one is handled', () => hasSeen(good))
    const isBuried = ({ data }: Letter) => (data.event as { id?: string }).id === bad.id
    await until('the bad one is buried', async () => (await letters()).some(isBuried))
    expect((await letters()).find(isBuried)?.data).toMatchObject({
      reason: 'there is no such thing',
      event: bad,
    })
    expect(hasSeen(bad)).toBe(false)
  })
})

describe('a duplicate', () => {
  it('is handled once, whether it comes in one batch or later', async () => {
    const event = command()
    await send(event, event)
    await until('it is handled', () => hasSeen(event))
    await send(event)
    const next = command()
    await send(next)
    await until('the next is handled', () => hasSeen(next))
    expect(seen.filter(({ id }) => id === event.id)).toHaveLength(1)
  })
})

describe('order', () => {
  it("an order's messages are handled in the order in which they were sent, even when one needs several attempts", async () => {
    const subject = command().subject
    const events = Array.from({ length: 30 }, (_, i) =>
      sampleEvent('ReserveItems', { subject, sequence: i + 1 }),
    )
    let failures = 0
    handle = (messages) => {
      if (failures < 3 && messages.some(({ id }) => id === events[10]?.id)) {
        failures += 1
        throw new AppError('unavailable', 'away', 'away')
      }
    }
    await send(...events)
    await until('all are handled', () => events.every(hasSeen))
    const handled = seen.filter(({ data }) => subjectOf(data) === subject)
    expect(handled.map(({ sequence }) => sequence)).toEqual(events.map(({ sequence }) => sequence))
  })
})

describe('a slow handler', () => {
  it('gets its message once, and later messages after it', async () => {
    const [slow, next] = [command(), command()]
    handle = (messages) => (messages.some(({ id }) => id === slow.id) ? sleep(7_000) : undefined)
    await send(slow, next)
    await until('both are handled', () => hasSeen(slow) && hasSeen(next))
    expect(seen.filter(({ id }) => id === slow.id)).toHaveLength(1)
  })
})
