import type { OrderStatus } from '@aos/contracts/journey'
import type { ChargeFact, Facts, OrderFact } from './facts.ts'
import { groupBy, sum } from './group-by.ts'
import type { Violation } from './invariants.ts'

export const paidStatuses: readonly OrderStatus[] = ['approved', 'shipped', 'delivered']

/** Nothing more can come of an intent in these states. */
const ended = ['succeeded', 'canceled', 'requires_payment_method']

/** Each approved order has one settled charge of its total, which is what its parts come to; every other order none, or a full refund. */
export function ledgerOfBroker({ charges, orders }: Facts, finished: readonly OrderFact[]): Violation[] {
  const byOrder = groupBy(charges, ({ orderId }) => orderId ?? 'none')
  const known = new Set(orders.map(({ id }) => id))
  const strangers = charges
    .filter(({ orderId }) => orderId === null || !known.has(orderId))
    .map(({ paymentIntent }) => ({
      subject: paymentIntent,
      problem: 'is a charge for an order that does not exist',
    }))
  const sums = orders.flatMap(({ id, total, parts }) => {
    const sum = parts && parts.items + parts.delivery + (parts.taxIncluded ? 0 : parts.tax)
    if (sum === null || sum === total) return []
    return { subject: id, problem: `its total is ${total}, but its parts come to ${sum}` }
  })
  const faults = finished.flatMap((order) => {
    const problem = faultOf(order, byOrder.get(order.id) ?? [])
    return problem ? { subject: order.id, problem: `is ${order.status}, but ${problem}` } : []
  })
  return [...strangers, ...sums, ...faults]
}

function faultOf({ status, total, currency }: OrderFact, charges: ChargeFact[]): string | undefined {
  const captured = sum(charges.map((charge) => charge.captured))
  const refunded = sum(charges.map((charge) => charge.refunded))
  const open = charges.find((charge) => !ended.includes(charge.status))
  if (open) return `its payment is still ${open.status} at the broker`
  if (!paidStatuses.includes(status))
    return captured === refunded ? undefined : `${captured} was charged and ${refunded} returned`
  const settled = charges.filter((charge) => charge.captured > 0)
  if (settled.length !== 1) return `it has ${settled.length} charges`
  if (refunded > 0) return `${refunded} was returned`
  if (captured !== total) return `${captured} was charged instead of ${total}`
  const [charge] = settled
  return charge?.currency.toUpperCase() === currency ? undefined : `it was charged in ${charge?.currency}`
}
