import type { Order } from '@aos/contracts/http'
import { describe, expect, test } from 'vitest'
import { milestones } from './milestones.ts'
import { anOrder, untilApproved, untilPaid, untilShipped } from './order.samples.ts'

const drawnAs = (order: Order) =>
  milestones(order).map(({ state, trouble, title }) => `${trouble ? 'trouble' : state}: ${title}`)

describe('the milestones of an order', () => {
  test('just placed: one thing is now, all others come', () => {
    expect(drawnAs(anOrder('placed', ['OrderPlaced', 'ReserveItems']))).toEqual([
      'done: Order placed',
      'now: Setting your items aside',
      'next: Payment',
      'next: Packing',
      'next: Pick-up',
      'next: Delivery',
    ])
  })

  test('packed is implied by picked up, whichever message was faster', () => {
    const order = anOrder('shipped', [...untilApproved, 'ShipmentBooked', 'ShipmentDispatched'])
    expect(drawnAs(order).slice(-3)).toEqual([
      'done: Packed',
      'done: Picked up by the shipment company',
      'now: On its way to you',
    ])
    expect(milestones(order)[3]?.at).toBeUndefined()
  })

  test('each keeps its name while it goes from to come to done', () => {
    const ids = (order: Order) => milestones(order).map(({ id }) => id)
    expect(ids(anOrder('placed', ['OrderPlaced']))).toEqual(
      ids(anOrder('delivered', [...untilShipped, 'ShipmentDelivered'])),
    )
  })

  test('declined: ends with the trouble and the money, and promises nothing more', () => {
    const types = [...untilPaid.slice(0, 4), 'PaymentFailed', 'OrderRejected'] as typeof untilPaid
    const order = anOrder('rejected', types, { reason: 'payment-declined' })
    expect(drawnAs(order)).toEqual([
      'done: Order placed',
      'done: Items set aside for you',
      'trouble: Payment declined',
      'done: Nothing was charged',
    ])
  })

  test('a changed price and a payment that was called off have their names', () => {
    const repriced = anOrder('rejected', ['OrderPlaced', 'ItemsReserved', 'OrderRejected'], {
      reason: 'price-changed',
    })
    expect(drawnAs(repriced)).toContain('trouble: A price had changed')
    const calledOff = anOrder('rejected', ['OrderPlaced', 'PaymentCancelled', 'OrderRejected'], {
      reason: 'payment-declined',
    })
    expect(drawnAs(calledOff)).toContain('trouble: Payment called off')
  })

  test('cancelling: what is being stopped now', () => {
    const order = anOrder('cancelling', [...untilApproved, 'CancellationRequested', 'CancelShipment'])
    expect(drawnAs(order).slice(-2)).toEqual(['trouble: You asked to cancel', 'now: Stopping the parcel'])
    const refunding = anOrder('cancelling', [
      ...order.journey.map(({ type }) => type),
      'ShipmentCancelled',
      'RefundPayment',
    ])
    expect(drawnAs(refunding).at(-1)).toBe('now: Returning your €39.00')
  })

  test('cancelled and refunded: the money went back first, then it was over', () => {
    const order = anOrder('cancelled', [
      ...untilApproved,
      'CancellationRequested',
      'RefundPayment',
      'PaymentRefunded',
      'OrderCancelled',
    ])
    expect(drawnAs(order).slice(-3)).toEqual([
      'trouble: You asked to cancel',
      'done: €39.00 returned to you',
      'trouble: Order cancelled',
    ])
    expect(milestones(order).at(-2)?.at).toBeTruthy()
  })

  test('a wish to cancel that came too late stands where the parcel left', () => {
    const order = anOrder('shipped', [...untilApproved, 'CancellationRequested', 'ShipmentDispatched'])
    expect(milestones(order).find(({ id }) => id === 'ShipmentDispatched')?.text).toMatch(/already left/)
  })
})
