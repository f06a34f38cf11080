import { randomUUID } from 'node:crypto'
import { StaffOrderQuery } from '@aos/contracts/back-office-orders'
import { sampleEvent } from '@aos/tests/harness/samples'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Order } from './order.ts'
import { anOrder } from './order-samples.ts'
import { type OrdersUnderTest, startOrders } from './orders-harness.ts'
import { getOrderRecord, searchOrders } from './search-orders.ts'

let orders: OrdersUnderTest
beforeAll(async () => {
  orders = await startOrders()
})
afterAll(() => orders.stop())

const MINUTE = 60_000
const ago = (ms: number) => new Date(Date.now() - ms)
const search = (query: Record<string, unknown>) => searchOrders(orders.database, StaffOrderQuery.parse(query))
const idsOf = async (query: Record<string, unknown>) => (await search(query)).orders.map(({ id }) => id)
const entry = (type: Order['journey'][number]['type'], at: Date) => ({
  position: 1,
  type,
  at: at.toISOString(),
})
const customerWith = (email: string) => ({ customer: { ...anOrder().customer, email } })

describe('an order', () => {
  it('is found by the beginning of its number or of the e-mail address, however it is written', async () => {
    const email = `Grace.${randomUUID()}@Example.com`
    const { id } = await orders.put(customerWith(email))
    for (const q of [
      id,
      id.slice(0, 13),
      id.replaceAll('-', '').toUpperCase(),
      email,
      email.slice(0, 20).toLowerCase(),
    ])
      expect(await idsOf({ q }), q).toContain(id)
    for (const q of [randomUUID(), '%', '_', 'nobody@']) expect(await idsOf({ q }), q).not.toContain(id)
  })

  it('stands in the list with what staff wants to know at a glance', async () => {
    const email = `${randomUUID()}@example.com`
    const { id, customer } = await orders.put({
      ...customerWith(email),
      status: 'rejected',
      reason: 'payment-declined',
      total: { amount: 8_589_934_592, currency: 'EUR' },
    })
    expect((await search({ q: email })).orders).toEqual([
      {
        id,
        status: 'rejected',
        reason: 'payment-declined',
        total: { amount: 8_589_934_592, currency: 'EUR' },
        name: customer.name,
        email,
        placedAt: expect.any(String),
        needs: [],
      },
    ])
  })
})

describe('the list', () => {
  it('is read page by page, the latest first, and by status', async () => {
    const email = `${randomUUID()}@example.com`
    const ids: string[] = []
    for (let n = 0; n < 5; n += 1)
      ids.unshift((await orders.put({ ...customerWith(email), placedAt: new Date(1_000_000 * n) })).id)
    const { id } = await orders.put({ ...customerWith(email), status: 'delivered', placedAt: new Date(0) })
    expect(await idsOf({ q: email, pageSize: 2 })).toEqual(ids.slice(0, 2))
    expect(await search({ q: email, pageSize: 2, page: 2 })).toMatchObject({ total: 6, page: 2 })
    expect(await idsOf({ q: email, status: 'delivered' })).toEqual([id])
  })
})

describe('what needs somebody', () => {
  const cases: [string, Partial<Order>, string[]][] = [
    ['whose deadline passed a while ago', { status: 'placed', deadlineAt: ago(2 * MINUTE) }, ['overdue']],
    ['whose deadline passed just now', { status: 'placed', deadlineAt: ago(1_000) }, []],
    [
      'that nobody answers the cancellation of',
      {
        status: 'cancelling',
        cancelStage: 'shipment',
        deadlineAt: ago(-MINUTE),
        journey: [entry('CancelShipment', ago(6 * MINUTE))],
      },
      ['stuck'],
    ],
    [
      'that is being cancelled since a moment ago',
      { status: 'cancelling', cancelStage: 'payment', journey: [entry('CancelPayment', ago(MINUTE))] },
      [],
    ],
    [
      'without a parcel',
      { status: 'approved', journey: [entry('OrderApproved', ago(20 * MINUTE))] },
      ['stuck'],
    ],
    [
      'with a parcel',
      { status: 'approved', trackingNumber: 'T1', journey: [entry('OrderApproved', ago(20 * MINUTE))] },
      [],
    ],
    [
      'whose money is on its way back',
      { status: 'cancelling', cancelStage: 'refund', journey: [entry('RefundPayment', ago(1_000))] },
      ['refund'],
    ],
    [
      'that was charged after its end',
      { status: 'cancelled', reason: 'deadline', journey: [entry('RefundPayment', ago(1_000))] },
      ['refund'],
    ],
    [
      'whose money is back',
      {
        status: 'cancelled',
        refunded: { amount: 1, currency: 'EUR' },
        journey: [entry('RefundPayment', ago(MINUTE))],
      },
      [],
    ],
    [
      'that is delivered',
      { status: 'delivered', journey: [entry('ShipmentDelivered', ago(90 * MINUTE))] },
      [],
    ],
  ]

  it.each(cases)('an order %s', async (_, given, needs) => {
    const { id } = await orders.put({ deadlineAt: undefined, ...given })
    const unhappy = (await search({ attention: 'true', pageSize: 100 })).orders.find(
      (order) => order.id === id,
    )
    expect(unhappy?.needs ?? []).toEqual(needs)
    expect((await getOrderRecord(orders.database, id)).needs).toEqual(needs)
  })

  it('comes with what waits longest first', async () => {
    const late = { status: 'placed', deadlineAt: ago(2 * MINUTE) } as const
    const second = await orders.put({ ...late, placedAt: new Date(2_000) })
    const first = await orders.put({ ...late, placedAt: new Date(1_000) })
    expect((await idsOf({ attention: 'true' })).slice(0, 2)).toEqual([first.id, second.id])
  })
})

describe('the record of an order', () => {
  const trace = (id: string) => `00-${id.repeat(32)}-${'b'.repeat(16)}-01`

  it('has every message, with its own trace where it is not that of the order', async () => {
    const { id } = await orders.put({ status: 'approved' }, trace('a'), `account:${randomUUID()}`)
    const before = (await getOrderRecord(orders.database, id)).journey.length
    const say = (type: 'ShipmentBooked' | 'ItemsPicked', traceparent: string) =>
      orders.inbox.receive(type === 'ItemsPicked' ? 'stock.events' : 'shipments.events', [
        { ...sampleEvent(type, { subject: id }), traceparent },
      ])
    await say('ItemsPicked', trace('a'))
    await say('ShipmentBooked', trace('c'))
    const record = await getOrderRecord(orders.database, id)
    expect(record).toMatchObject({ traceId: 'a'.repeat(32), placedBy: 'account', needs: [] })
    expect(record.journey.slice(before).map(({ type, traceId }) => [type, traceId])).toEqual([
      ['ItemsPicked', undefined],
      ['ShipmentBooked', 'c'.repeat(32)],
    ])
  })

  it('of no order is not found', async () => {
    await expect(getOrderRecord(orders.database, randomUUID())).rejects.toMatchObject({
      code: 'no-such-order',
    })
  })
})
