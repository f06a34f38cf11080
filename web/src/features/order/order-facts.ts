import type { JourneyEntry, Order } from '@aos/contracts/http'
import { type JourneyEntryType, terminalStatuses } from '@aos/contracts/journey'

/** What stands in the order's journey, asked for by name. */
export const firstOf = (
  { journey }: Pick<Order, 'journey'>,
  type: JourneyEntryType,
): JourneyEntry | undefined => journey.find((entry) => entry.type === type)

export const has = (order: Pick<Order, 'journey'>, type: JourneyEntryType): boolean =>
  firstOf(order, type) !== undefined

/** Nothing is under way any more. */
export const isOver = ({ status }: Pick<Order, 'status'>): boolean =>
  terminalStatuses.some((terminal) => terminal === status)

/** Came to nothing, or is about to. */
export const isCalledOff = ({ status }: Pick<Order, 'status'>): boolean =>
  status === 'rejected' || status === 'cancelling' || status === 'cancelled'

/** The shopper wanted to cancel, and the parcel was faster. */
export const cameTooLate = (order: Pick<Order, 'status' | 'journey'>): boolean =>
  !isCalledOff(order) && has(order, 'CancellationRequested') && order.status !== 'approved'

export interface Shortage {
  sku: string
  wanted: number
  left: number
}

/** What was short, where the order's detail says so: `KET-001: 2 wanted, 1 left; …`. */
export function shortagesIn({ reason, detail = '' }: Pick<Order, 'reason' | 'detail'>): Shortage[] {
  if (reason !== 'unavailable') return []
  return [...detail.matchAll(/([A-Z0-9-]+): (\d+) wanted, (\d+) left/g)].map(
    ([, sku = '', wanted, left]) => ({
      sku,
      wanted: Number(wanted),
      left: Number(left),
    }),
  )
}
