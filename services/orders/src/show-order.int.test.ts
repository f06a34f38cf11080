import { randomUUID } from 'node:crypto'
import type { Actor } from '@aos/contracts/actor'
import { Order as OrderView } from '@aos/contracts/http'
import { sampleEvent } from '@aos/tests/harness/samples'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type OrdersUnderTest, startOrders } from './orders-harness.ts'
import { showOrder } from './show-order.ts'

let orders: OrdersUnderTest
beforeAll(async () => {
  orders = await startOrders()
})
afterAll(() => orders.stop())

const somebody: Actor = { subject: `guest:${randomUUID()}`, roles: [] }
const show = (id: string, after?: number, actor = somebody) =>
  showOrder(orders.database, orders.changes, { id, after, actor })
const msOf = async (work: Promise<unknown>) => {
  const begin = performance.now()
  await work
  return performance.now() - begin
}

it('shows what the contract promises, with the trace in which the order was placed', async () => {
  const traceId = '4bf92f3577b34da6a3ce929d0e0e4736'
  const order = await orders.put(
    {
      status: 'cancelled',
      reason: 'customer',
      refunded: { amount: 7_800, currency: 'EUR' },
      trackingNumber: 'T1',
    },
    `00-${traceId}-00f067aa0ba902b7-01`,
  )
  const shown = await show(order.id)
  expect(OrderView.parse(shown)).toEqual(shown)
  expect(shown).toMatchObject({ status: 'cancelled', reason: 'customer', cancellable: false, traceId })
})

it('does not show how the customer pays', async () => {
  const { id } = await orders.put({})
  expect(JSON.stringify(await show(id))).not.toContain('pm_card_visa')
})

it('answers at once when there is more than the caller knows', async () => {
  const { id } = await orders.put({})
  expect((await show(id, 0)).journey).toHaveLength(1)
})

it.each(['this replica', 'another replica'])('waits for more, which came at %s', async (where) => {
  const { id } = await orders.put({ status: 'approved' })
  const waiting = show(id, 1)
  const { inbox } = where === 'this replica' ? orders : orders.other
  await inbox.receive('stock.events', [sampleEvent('ItemsPicked', { subject: id })])
  const ms = await msOf(waiting)
  expect((await waiting).journey).toHaveLength(2)
  expect(ms).toBeLessThan(3_000)
})

it('an order that is not there is not found', async () => {
  await expect(show(randomUUID(), 3)).rejects.toMatchObject({ kind: 'not-found', code: 'no-such-order' })
})
