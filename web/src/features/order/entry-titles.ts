import type { JourneyEntryType } from '@aos/contracts/journey'
import { orderLater as words } from '../../shared/messages/order-later.ts'

/** What is not among the journey's steps, in the shopper's words. */
export function entryTitle(type: JourneyEntryType): string {
  const titles: Partial<Record<JourneyEntryType, string>> = words.operators.entries
  return titles[type] ?? type
}

export const troubles: ReadonlySet<JourneyEntryType> = new Set([
  'ItemsUnavailable',
  'PaymentFailed',
  'OrderRejected',
  'CancellationRequested',
  'DeadlinePassed',
  'ShipmentFailed',
  'OrderCancelled',
])
