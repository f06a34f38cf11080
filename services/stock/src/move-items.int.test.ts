import { randomUUID } from 'node:crypto'
import { Database, statement } from '@aos/chassis/database'
import { Inbox } from '@aos/chassis/inbox'
import { createLogger } from '@aos/chassis/logger'
import { Outbox } from '@aos/chassis/outbox'
import type { DataOf, MessageType } from '@aos/contracts/messages'
import type { ConsumedBy } from '@aos/contracts/topics'
import { type TestDatabase, testDatabase } from '@aos/tests/harness/database'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { seed } from './seed.ts'
import { subscriptions } from './subscriptions.ts'

const customer = { name: 'Ada', email: 'ada@example.com' }
const total = { amount: 100, currency: 'EUR' }

/** Two processes of the service on one database. */
let replicas: { database: Database; inbox: Inbox }[]
let stored: TestDatabase
const logger = createLogger('stock', 'error')
const warnings = vi.spyOn(logger, 'warn')

beforeEach(async () => {
  warnings.mockClear()
  stored = await testDatabase('stock')
  const handlers = subscriptions(logger, 'EUR') as ConstructorParameters<typeof Inbox>[1]
  replicas = [1, 2].map(() => {
    const database = new Database({ DATABASE_URL: stored.url, DATABASE_CONNECTIONS: 8 })
    const outbox = new Outbox('stock', { push: () => {} })
    return { database, inbox: new Inbox('stock', handlers, { database, outbox, logger }) }
  })
})

afterEach(async () => {
  await Promise.all(replicas.map(({ database }) => database.close()))
  await stored.stop()
})

function event<T extends ConsumedBy<'stock'>>(type: T, data: DataOf<T>) {
  const { orderId } = data
  const [id, time] = [randomUUID(), new Date().toISOString()]
  const rest = { specversion: '1.0', source: 'orders', datacontenttype: 'application/json', sequence: 1 }
  return { ...rest, id, type, subject: orderId, time, data }
}
const reserve = (orderId: string, ...lines: { sku: string; quantity: number }[]) =>
  event('ReserveItems', { orderId, lines })
const cancelled = (orderId: string) =>
  event('OrderCancelled', { orderId, customer, total, reason: 'customer' })
const approved = (orderId: string) =>
  event('OrderApproved', {
    orderId,
    customer: { ...customer, address: { street: 'S 1', postalCode: '1', city: 'C', country: 'DE' } },
    lines: [{ sku: 'KET-001', quantity: 1, name: 'Kettle', unitPrice: 100 }],
    total,
  })

/** All batches at once, in turn at either replica. */
async function deliver(batches: ReturnType<typeof event>[][]): Promise<void> {
  const accepted = await Promise.all(
    batches.map((batch, i) => replicas[i % 2]?.inbox.receive('stock.commands', batch)),
  )
  expect(accepted.flat()).not.toContain(false)
}

const query = <Row>(text: string) => replicas[0]?.database.run<Row>(statement('', text)) as Promise<Row[]>

const stock = (...onHand: [sku: string, onHand: number][]) =>
  seed(replicas[0]?.database.knex as Database['knex'], {
    categories: [{ slug: 'all', name: 'All', description: 'Everything.' }],
    products: onHand.map(([sku, onHand]) => ({
      sku,
      name: sku,
      category: 'all',
      description: sku,
      price: 100,
      onHand,
    })),
    pictures: [],
  })

const said = async (type: MessageType): Promise<number> =>
  (await query<{ event: string }>('SELECT event FROM outbox')).filter(
    ({ event }) => JSON.parse(event).type === type,
  ).length

const shelves = () => query('SELECT sku, on_hand, reserved FROM products ORDER BY sku')

/** SKUs for which restocked = on hand + sold, or reserved = sum of open reservations, does not hold. */
const unbalanced = () =>
  query(`
    WITH lines AS (
      SELECT status, line ->> 'sku' AS sku, (line ->> 'quantity')::integer AS quantity
      FROM reservations, jsonb_array_elements(lines) AS line
    )
    SELECT sku FROM products
    WHERE on_hand + (SELECT coalesce(sum(quantity), 0) FROM lines WHERE sku = products.sku AND status = 'picked')
          <> (SELECT coalesce(sum(quantity), 0) FROM restocks WHERE sku = products.sku)
       OR reserved <> (SELECT coalesce(sum(quantity), 0) FROM lines WHERE sku = products.sku AND status = 'reserved')`)

const chunks = <T>(items: T[], size: number): T[][] =>
  items.length === 0 ? [] : [items.slice(0, size), ...chunks(items.slice(size), size)]

const orders = (count: number) => Array.from({ length: count }, () => randomUUID())

it('holds exactly 50 of 50 when 200 orders want one each at once', async () => {
  await stock(['KET-001', 50])
  await deliver(
    chunks(orders(200), 10).map((batch) => batch.map((id) => reserve(id, { sku: 'KET-001', quantity: 1 }))),
  )
  expect(await shelves()).toEqual([{ sku: 'KET-001', on_hand: 50, reserved: 50 }])
  expect(await said('ItemsReserved')).toBe(50)
  expect(await said('ItemsUnavailable')).toBe(150)
  expect(await unbalanced()).toEqual([])
})

it('serves the orders of a batch in the order in which they came', async () => {
  await stock(['KET-001', 3])
  const [first, second, third] = orders(3) as [string, string, string]
  await deliver([
    [
      reserve(first, { sku: 'KET-001', quantity: 2 }),
      reserve(second, { sku: 'KET-001', quantity: 2 }),
      reserve(third, { sku: 'KET-001', quantity: 1 }),
    ],
  ])
  const rows = await query<{ order_id: string; status: string }>('SELECT order_id, status FROM reservations')
  expect(Object.fromEntries(rows.map(({ order_id, status }) => [order_id, status]))).toEqual({
    [first]: 'reserved',
    [second]: 'unavailable',
    [third]: 'reserved',
  })
})

it('never waits in a circle when orders name the same SKUs in different order', async () => {
  const skus = ['CUP-001', 'KET-001', 'LMP-001', 'MUG-001', 'PEN-001']
  await stock(...skus.map((sku): [string, number] => [sku, 10_000]))
  const all = orders(300)
  const rotated = (by: number) => [...skus.slice(by % 5), ...skus.slice(0, by % 5)]
  const wanted = all.map((id, i) => {
    const line = rotated(i)
      .slice(0, 3)
      .map((sku) => ({ sku, quantity: 1 }))
    return reserve(id, ...(i % 2 ? line : line.reverse()))
  })
  await deliver(chunks(wanted, 15))
  const ends = all.map((id, i) => (i % 3 ? approved(id) : cancelled(id)))
  await deliver([...chunks(ends, 15), ...chunks(all.map((id) => cancelled(id)).reverse(), 20)])
  expect(warnings).not.toHaveBeenCalled()
  expect(await unbalanced()).toEqual([])
  expect(await shelves()).toEqual(skus.map((sku) => ({ sku, on_hand: 10_000, reserved: 0 })))
})

it('holds nothing for an order that ended before its items were asked for', async () => {
  await stock(['KET-001', 5])
  const [id] = orders(1) as [string]
  await deliver([[cancelled(id)]])
  await deliver([[reserve(id, { sku: 'KET-001', quantity: 1 })]])
  expect(await shelves()).toEqual([{ sku: 'KET-001', on_hand: 5, reserved: 0 }])
  expect(await said('ItemsReserved')).toBe(0)
})

it('holds nothing when the end and the reservation of an order come at once', async () => {
  await stock(['KET-001', 1000])
  const all = orders(100)
  const reservations = chunks(all, 10).map((batch) =>
    batch.map((id) => reserve(id, { sku: 'KET-001', quantity: 1 })),
  )
  const ends = chunks(all, 10).map((batch) => batch.map(cancelled))
  await deliver(reservations.flatMap((batch, i) => [batch, ends[i] ?? []]))
  expect(await shelves()).toEqual([{ sku: 'KET-001', on_hand: 1000, reserved: 0 }])
  expect(await unbalanced()).toEqual([])
})

it('takes approved items from the shelf, and puts them back when the order is cancelled afterwards', async () => {
  await stock(['KET-001', 5])
  const [id] = orders(1) as [string]
  await deliver([[reserve(id, { sku: 'KET-001', quantity: 2 }, { sku: 'KET-001', quantity: 1 })]])
  await deliver([[approved(id), approved(id)]])
  expect(await shelves()).toEqual([{ sku: 'KET-001', on_hand: 2, reserved: 0 }])
  expect(await said('ItemsPicked')).toBe(1)
  await deliver([[cancelled(id), approved(id), cancelled(id)]])
  expect(await shelves()).toEqual([{ sku: 'KET-001', on_hand: 5, reserved: 0 }])
  expect(await unbalanced()).toEqual([])
})
