import { randomUUID } from 'node:crypto'
import { emit, type Message } from '@aos/contracts/messages'
import { type TestDatabase, testDatabase } from '@aos/tests/harness/database'
import { sampleEvent } from '@aos/tests/harness/samples'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Database, statement } from './database.ts'
import { AppError } from './errors.ts'
import { type Handler, Inbox, ignored, type Subscriptions } from './inbox.ts'
import { createLogger } from './logger.ts'
import { Outbox } from './outbox.ts'

const logger = createLogger('stock', 'fatal')
const because = ignored('because this test is about ReserveItems')

let place: TestDatabase
const databases: Database[] = []
beforeAll(async () => {
  place = await testDatabase('chassis')
  await aDatabase().knex.raw('CREATE TABLE effects (id uuid, order_id uuid, sequence int, position serial)')
})
afterAll(async () => {
  await Promise.all(databases.map((database) => database.close()))
  await place.stop()
})

function aDatabase(): Database {
  const database = new Database({ DATABASE_URL: place.url, DATABASE_CONNECTIONS: 4 })
  databases.push(database)
  return database
}

const note = statement(
  'note-effects',
  'INSERT INTO effects (id, order_id, sequence) SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::int[])',
)

/** A process of stock whose only effect is a note of each message, and an answer to each. */
function aProcess(refuse: (messages: Message[]) => void = () => {}) {
  const database = aDatabase()
  const outbox = new Outbox('stock', { push: () => {} })
  const handle: Handler<'ReserveItems'> = async (tx, messages) => {
    await tx.run(note, [
      messages.map(({ id }) => id),
      messages.map(({ data }) => data.orderId),
      messages.map(({ sequence }) => sequence),
    ])
    refuse(messages)
    return messages.map(({ data, sequence }) => ({
      ...emit('ItemsUnavailable', {
        orderId: data.orderId,
        shortages: [{ sku: 'KET-001', requested: 1, left: 0 }],
      }),
      sequence,
    }))
  }
  const subscriptions: Subscriptions<'stock'> = {
    ReserveItems: handle,
    OrderApproved: because,
    OrderRejected: because,
    OrderCancelled: because,
  }
  const inbox = new Inbox('stock', subscriptions, { database, outbox, logger })
  return (...events: unknown[]) => inbox.receive('stock.commands', events)
}

const command = () => sampleEvent('ReserveItems')

const effectsOf = async (...events: { id: string }[]): Promise<string[]> => {
  const ids = events.map(({ id }) => id)
  const rows = await databases[0]?.knex('effects').whereIn('id', ids).orderBy('position')
  return (rows ?? []).map(({ id }: { id: string }) => id)
}

const answersTo = async ({ subject }: { subject: string }): Promise<string[]> => {
  const rows = await databases[0]?.knex('outbox').where({ key: subject })
  return (rows ?? []).map(({ event }: { event: string }) => JSON.parse(event).type)
}

describe('the inbox', () => {
  it('effects, the claim of the id and the answer are one transaction', async () => {
    const event = command()
    expect(await aProcess()(event)).toEqual([true])
    expect(await effectsOf(event)).toEqual([event.id])
    expect(await answersTo(event)).toEqual(['ItemsUnavailable'])
  })

  it('the same message twice in one batch has its effect once, and both are done with', async () => {
    const event = command()
    expect(await aProcess()(event, event)).toEqual([true, true])
    expect(await effectsOf(event)).toEqual([event.id])
  })

  it('the same message in two batches has its effect once', async () => {
    const receive = aProcess()
    const event = command()
    await receive(event)
    expect(await receive(event, command())).toEqual([true, true])
    expect(await effectsOf(event)).toEqual([event.id])
    expect(await answersTo(event)).toHaveLength(1)
  })

  it('the same messages in several processes at once have their effects once', async () => {
    const processes = [aProcess(), aProcess(), aProcess()]
    const events = Array.from({ length: 50 }, command)
    const shuffled = processes.map((_, i) => [...events.slice(i * 10), ...events.slice(0, i * 10)])
    const results = await Promise.all(processes.map((receive, i) => receive(...(shuffled[i] ?? []))))
    expect(results.flat().every(Boolean)).toBe(true)
    expect((await effectsOf(...events)).sort()).toEqual(events.map(({ id }) => id).sort())
  })

  it('a message whose handler failed has no effect, no claim and no answer, and comes again', async () => {
    const event = command()
    const failing = aProcess(() => {
      throw new AppError('conflict', 'not-now', 'not now')
    })
    expect(await failing(event)).toEqual([false])
    expect(await effectsOf(event)).toEqual([])
    expect(await answersTo(event)).toEqual([])
    expect(await aProcess()(event)).toEqual([true])
    expect(await effectsOf(event)).toEqual([event.id])
  })

  it('one bad message in a batch does not hold the others, which keep their order', async () => {
    const events = Array.from({ length: 5 }, command)
    const receive = aProcess((messages) => {
      if (messages.some(({ id }) => id === events[2]?.id)) throw new Error('cannot')
    })
    expect(await receive(...events)).toEqual([true, true, false, true, true])
    expect(await effectsOf(...events)).toEqual(events.filter((_, i) => i !== 2).map(({ id }) => id))
  })

  it('a failed statement that nobody waited for fails the message', async () => {
    const event = command()
    const inbox = new Inbox(
      'stock',
      {
        ReserveItems: async (tx) => {
          tx.run({ name: 'nonsense', text: 'SELECT 1/0' }).catch(() => {})
          return []
        },
        OrderApproved: because,
        OrderRejected: because,
        OrderCancelled: because,
      },
      { database: aDatabase(), outbox: new Outbox('stock', { push: () => {} }), logger },
    )
    expect(await inbox.receive('stock.commands', [event])).toEqual([false])
    expect(await aProcess()(event)).toEqual([true])
  })

  it('what is ignored is done with', async () => {
    expect(await aProcess()(sampleEvent('OrderApproved'))).toEqual([true])
  })

  it('what nobody here subscribed to becomes a dead letter, and holds nothing back', async () => {
    const [strange, event] = [sampleEvent('CancelPayment'), command()]
    expect(await aProcess()(strange, event)).toEqual([true, true])
    expect(await effectsOf(event)).toEqual([event.id])
    const letters = await databases[0]?.knex('dead_letters').where({ subject: strange.subject })
    expect(letters?.map(({ reason }) => reason)).toEqual(['no subscription for CancelPayment'])
  })

  it('when the database is away, everything comes again and nothing is buried', async () => {
    const database = new Database({ DATABASE_URL: 'postgres://127.0.0.1:1/none', DATABASE_CONNECTIONS: 2 })
    databases.push(database)
    const outbox = new Outbox('stock', { push: () => {} })
    const handle: Handler = async () => []
    const inbox = new Inbox('stock', { ReserveItems: handle }, { database, outbox, logger })
    expect(await inbox.receive('stock.commands', [command(), 'poison'])).toEqual([false, false])
  })

  it('any batches of any duplicates have each effect once, an order in its order', async () => {
    const receive = aProcess()
    const positions = fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 1, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(fc.array(positions, { minLength: 1, maxLength: 5 }), async (batches) => {
        const orders = [randomUUID(), randomUUID()]
        const events = Array.from({ length: 8 }, (_, i) =>
          sampleEvent('ReserveItems', { subject: orders[i % 2] ?? '', sequence: i + 1 }),
        )
        const delivered = batches.map((batch) => batch.flatMap((i) => events[i] ?? []))
        for (const batch of delivered) await receive(...batch)
        const firsts = [...new Set(delivered.flat().map(({ id }) => id))]
        expect(await effectsOf(...events)).toEqual(firsts)
      }),
      { numRuns: 30 },
    )
  })
})
