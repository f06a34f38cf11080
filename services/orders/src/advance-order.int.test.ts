import { randomUUID } from 'node:crypto'
import type { MessageType } from '@aos/contracts/messages'
import { sampleEvent } from '@aos/tests/harness/samples'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CancelStage, Order } from './order.ts'
import { aRequest, type OrdersUnderTest, startOrders } from './orders-harness.ts'

let orders: OrdersUnderTest
beforeAll(async () => {
  orders = await startOrders()
})
afterAll(() => orders.stop())

const about = (type: MessageType, { id }: Pick<Order, 'id'>) => sampleEvent(type, { subject: id })
const typesSaid = async ({ id }: Order) => (await orders.said(id)).map(({ type }) => type)
const overdue = () => new Date(Date.now() - 1)

describe('messages', () => {
  it('of many orders, some with several, are handled together', async () => {
    const many = await Promise.all(
      Array.from({ length: 30 }, async () => ({ id: await orders.place(aRequest()) })),
    )
    const events = [
      ...many.map((order) => about('ItemsReserved', order)),
      ...many.toReversed().map((order) => about('PaymentSucceeded', order)),
      ...many.map((order) => about('ShipmentBooked', order)),
    ]
    expect(await orders.inbox.receive('stock.events', events)).toEqual(events.map(() => true))
    for (const { id } of many) {
      expect(await orders.read(id)).toMatchObject({
        status: 'approved',
        sequence: 3,
        trackingNumber: 'TRACK1',
      })
      const said = await orders.said(id)
      expect(said.map(({ type, sequence }) => `${sequence} ${type}`).toSorted()).toEqual([
        '1 ReserveItems',
        '2 ProcessPayment',
        '3 OrderApproved',
      ])
    }
  })

  it('that come again change nothing', async () => {
    const order = await orders.put({})
    const reserved = about('ItemsReserved', order)
    await orders.inbox.receive('stock.events', [reserved, reserved])
    const after = await orders.read(order.id)
    await orders.inbox.receive('stock.events', [reserved])
    await orders.inbox.receive('stock.events', [about('ItemsReserved', order)])
    expect(await orders.read(order.id)).toEqual(after)
    expect(await typesSaid(order)).toEqual(['ProcessPayment'])
  })

  it('keep everything that is known of an order', async () => {
    const order = await orders.put({
      status: 'cancelling',
      cancelStage: 'refund',
      reason: 'shipment-failed',
      detail: 'The parcel was lost.',
      trackingNumber: 'TRACK1',
      refunded: { amount: 2 ** 40, currency: 'EUR' },
      deadlineAt: new Date('2030-01-01T00:00:00.123Z'),
    })
    expect(await orders.read(order.id)).toEqual(order)
    await orders.inbox.receive('stock.events', [about('ItemsPicked', order)])
    const { journey } = await orders.read(order.id)
    expect(await orders.read(order.id)).toEqual({ ...order, journey })
    expect(journey.map(({ type }) => type)).toEqual(['OrderPlaced', 'ItemsPicked'])
  })

  it('about an order that is not there are kept as dead letters, and hold up no others', async () => {
    const order = await orders.put({})
    const stranger = randomUUID()
    const events = [about('ItemsReserved', { id: stranger }), about('ItemsReserved', order)]
    expect(await orders.inbox.receive('stock.events', events)).toEqual([true, true])
    expect((await orders.said(stranger)).map(({ type }) => type)).toEqual(['DeadLetter'])
    expect((await orders.read(order.id)).status).toBe('awaiting-payment')
  })

  it('at two replicas at once neither block nor overwrite each other', async () => {
    const many = await Promise.all(Array.from({ length: 40 }, () => orders.put({ status: 'approved' })))
    const [picked, notified] = await Promise.all([
      orders.inbox.receive(
        'stock.events',
        many.map((order) => about('ItemsPicked', order)),
      ),
      orders.other.inbox.receive(
        'notifications.events',
        many.toReversed().map((order) => about('CustomerNotified', order)),
      ),
    ])
    expect([...picked, ...notified]).not.toContain(false)
    for (const { id } of many) {
      const { journey } = await orders.read(id)
      expect(journey.map(({ type }) => type).toSorted()).toEqual([
        'CustomerNotified',
        'ItemsPicked',
        'OrderPlaced',
      ])
      expect(journey.map(({ position }) => position)).toEqual([1, 2, 3])
    }
  })

  it.each(['rejected', 'cancelled'] as const)(
    'that a payment succeeded return it when the order is %s',
    async (status) => {
      const order = await orders.put({ status, sequence: 4 })
      await orders.inbox.receive('payments.events', [about('PaymentSucceeded', order)])
      expect(await orders.said(order.id)).toMatchObject([{ type: 'RefundPayment', sequence: 5 }])
      await orders.inbox.receive('payments.events', [about('PaymentRefunded', order)])
      expect(await orders.read(order.id)).toMatchObject({ status, refunded: order.total })
    },
  )
})

describe('cancelling', () => {
  it.each<[Order['status'], CancelStage | undefined, string, string[]]>([
    ['placed', undefined, 'cancelled', ['OrderCancelled']],
    ['awaiting-payment', undefined, 'cancelling', ['CancelPayment']],
    ['approved', undefined, 'cancelling', ['CancelShipment']],
    ['cancelling', 'payment', 'cancelling', []],
    ['cancelling', 'shipment', 'cancelling', []],
    ['cancelling', 'refund', 'cancelling', []],
    ['cancelled', undefined, 'cancelled', []],
  ])('an order that is %s (%s) leaves it %s', async (status, cancelStage, after, says) => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'
    const order = await orders.put({ status, cancelStage }, traceparent)
    await orders.advanceOrder.cancel(order.id)
    expect((await orders.read(order.id)).status).toBe(after)
    const said = await orders.said(order.id)
    expect(said.map(({ type }) => type)).toEqual(says)
    for (const message of said) expect(message.traceparent).toBe(traceparent)
  })

  it.each(['shipped', 'delivered', 'rejected'] as const)(
    'an order that is %s is too late',
    async (status) => {
      const order = await orders.put({ status })
      await expect(orders.advanceOrder.cancel(order.id)).rejects.toMatchObject({
        kind: 'conflict',
        code: 'too-late-to-cancel',
      })
      expect(await orders.read(order.id)).toEqual(order)
      expect(await typesSaid(order)).toEqual([])
    },
  )

  it('an order that is not there is not found', async () => {
    await expect(orders.advanceOrder.cancel(randomUUID())).rejects.toMatchObject({ kind: 'not-found' })
  })

  it('while the payment succeeds ends in one of two ways, and never in both', async () => {
    const many = await Promise.all(
      Array.from({ length: 20 }, () => orders.put({ status: 'awaiting-payment' })),
    )
    await Promise.all(
      many.flatMap((order) => [
        orders.advanceOrder.cancel(order.id),
        orders.other.inbox.receive('payments.events', [about('PaymentSucceeded', order)]),
      ]),
    )
    for (const order of many) {
      const { status, cancelStage, sequence } = await orders.read(order.id)
      const said = await typesSaid(order)
      const cameFirst = said.includes('OrderApproved') ? 'payment' : 'wish'
      expect({ status, cancelStage, said }).toEqual(
        cameFirst === 'payment'
          ? { status: 'cancelling', cancelStage: 'shipment', said: ['OrderApproved', 'CancelShipment'] }
          : { status: 'cancelling', cancelStage: 'refund', said: ['CancelPayment', 'RefundPayment'] },
      )
      expect(sequence).toBe(order.sequence + said.length)
    }
  })
})

describe('deadlines', () => {
  it('call off what is not answered, and leave what still has time', async () => {
    const placed = await orders.put({ deadlineAt: overdue() })
    const unpaid = await orders.put({ status: 'awaiting-payment', deadlineAt: overdue() })
    const unanswered = await orders.put({
      status: 'cancelling',
      cancelStage: 'refund',
      deadlineAt: overdue(),
    })
    const inTime = await orders.put({ deadlineAt: new Date(Date.now() + 60_000) })
    expect(await orders.advanceOrder.enforceDeadlines()).toBe(true)

    expect(await orders.read(placed.id)).toMatchObject({ status: 'cancelled', reason: 'deadline' })
    expect(await orders.read(unpaid.id)).toMatchObject({ status: 'cancelling', cancelStage: 'payment' })
    const { deadlineAt, journey } = await orders.read(unanswered.id)
    expect(deadlineAt?.getTime()).toBeGreaterThan(Date.now())
    expect(journey.map(({ type }) => type)).not.toContain('DeadlinePassed')
    expect(await typesSaid(unanswered)).toEqual(['RefundPayment'])
    expect(await orders.read(inTime.id)).toEqual(inTime)
    expect(await orders.advanceOrder.enforceDeadlines()).toBe(false)
  })

  it('do not wait for an order that somebody else is looking at', async () => {
    const busy = await orders.put({ deadlineAt: overdue() })
    const idle = await orders.put({ deadlineAt: overdue() })
    await orders.other.database.transaction(async (tx) => {
      const lock = { name: 'test-lock', text: 'SELECT FROM orders WHERE id = $1 FOR UPDATE' }
      await tx.run(lock, [busy.id])
      await orders.advanceOrder.enforceDeadlines()
      expect((await orders.read(idle.id)).status).toBe('cancelled')
      expect((await orders.read(busy.id)).status).toBe('placed')
    })
    await orders.advanceOrder.enforceDeadlines()
    expect((await orders.read(busy.id)).status).toBe('cancelled')
  })

  it('are enforced once, however many replicas look', async () => {
    const many = await Promise.all(Array.from({ length: 150 }, () => orders.put({ deadlineAt: overdue() })))
    const replicas = [orders.advanceOrder, orders.other.advanceOrder]
    await Promise.all(
      replicas.map(async (advanceOrder) => {
        while (await advanceOrder.enforceDeadlines());
      }),
    )
    for (const order of many) expect(await typesSaid(order)).toEqual(['OrderCancelled'])
  })
})
