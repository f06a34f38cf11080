import { paidStatuses } from './charges.ts'
import type { Facts, OrderFact, ParcelFact } from './facts.ts'
import { groupBy } from './group-by.ts'
import type { Violation } from './invariants.ts'

/** Each approved, uncancelled order has exactly one parcel; no other order has a parcel in movement. */
export function parcelsOfCarrier({ parcels, orders }: Facts, finished: readonly OrderFact[]): Violation[] {
  const byOrder = groupBy(parcels, ({ reference }) => reference)
  const known = new Set(orders.map(({ id }) => id))
  const strangers = parcels
    .filter(({ reference }) => !known.has(reference))
    .map(({ id }) => ({ subject: id, problem: 'is a parcel for an order that does not exist' }))
  const faults = finished.flatMap((order) => {
    const problem = faultOf(order, byOrder.get(order.id) ?? [])
    return problem ? { subject: order.id, problem: `is ${order.status}, but ${problem}` } : []
  })
  return [...strangers, ...faults]
}

function faultOf({ status }: OrderFact, all: ParcelFact[]): string | undefined {
  const parcels = all.filter((parcel) => parcel.status !== 'cancelled')
  if (paidStatuses.includes(status)) {
    if (parcels.length !== 1) return `it has ${parcels.length} parcels`
    if (status === 'delivered' && parcels[0]?.status !== 'delivered')
      return `its parcel is ${parcels[0]?.status}`
    return undefined
  }
  const moving = parcels.find((parcel) => parcel.status !== 'lost')
  return moving && `its parcel is ${moving.status}`
}
