import type { OrderStatus } from '@aos/contracts/journey'
import type { Facts, OrderFact, ReservationFact } from './facts.ts'
import { sum } from './group-by.ts'
import type { Violation } from './invariants.ts'

/** For each SKU: what came in = on hand + sold, what is held = open reservations; never negative. */
export function stockOfShelves(facts: Facts, finished: readonly OrderFact[]): Violation[] {
  return [
    ...facts.shelves.flatMap((shelf) => faultsOfShelf(shelf, facts)),
    ...faultsOfOrders(facts, finished),
  ]
}

function faultsOfShelf(
  { sku, onHand, reserved, restocked }: Facts['shelves'][number],
  { reservations }: Facts,
): Violation[] {
  const inStatus = (status: ReservationFact['status']) =>
    sum(
      reservations
        .filter((reservation) => reservation.status === status)
        .flatMap(({ lines }) => lines.filter((line) => line.sku === sku).map(({ quantity }) => quantity)),
    )
  const sold = inStatus('picked')
  const held = inStatus('reserved')
  const problems: string[] = []
  if (restocked !== onHand + sold) problems.push(`${restocked} came in, but ${onHand} on hand + ${sold} sold`)
  if (reserved !== held) problems.push(`${reserved} held, but open reservations hold ${held}`)
  if (reserved < 0 || onHand < reserved) problems.push(`${reserved} held of ${onHand} on hand`)
  return problems.map((problem) => ({ subject: sku, problem }))
}

const wanted: Partial<Record<OrderStatus, ReservationFact['status'][]>> = {
  approved: ['picked'],
  shipped: ['picked'],
  delivered: ['picked'],
  rejected: ['unavailable', 'released'],
  cancelled: ['unavailable', 'released', 'returned'],
}

function faultsOfOrders({ reservations }: Facts, finished: readonly OrderFact[]): Violation[] {
  const byOrder = new Map(reservations.map((reservation) => [reservation.orderId, reservation.status]))
  return finished.flatMap(({ id, status }) => {
    const found = byOrder.get(id)
    if (found && wanted[status]?.includes(found)) return []
    return { subject: id, problem: `is ${status}, but its items are ${found ?? 'unknown to stock'}` }
  })
}
