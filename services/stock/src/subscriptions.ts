import type { Subscriptions } from '@aos/chassis/inbox'
import type { Logger } from '@aos/chassis/logger'
import { moveItems } from './move-items.ts'

export function subscriptions(logger: Logger, currency: string): Subscriptions<'stock'> {
  const move = moveItems(logger, currency)
  return {
    ReserveItems: move,
    OrderApproved: move,
    OrderRejected: move,
    OrderCancelled: move,
  }
}
