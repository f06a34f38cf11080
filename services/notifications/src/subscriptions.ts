import { type Handler, ignored, type Subscriptions } from '@aos/chassis/inbox'
import { onAccountDeleted } from './forget-recipient.ts'
import type { Announcement } from './letters.ts'

export const subscriptions = (queue: Handler<Announcement['type']>): Subscriptions<'notifications'> => ({
  OrderApproved: queue,
  OrderRejected: queue,
  OrderCancelled: queue,
  ShipmentDispatched: queue,
  ShipmentDelivered: queue,
  EmailVerificationRequested: queue,
  PasswordResetRequested: queue,
  AccountDeleted: onAccountDeleted,
  ShipmentBooked: ignored('customers hear of the parcel when it moves'),
  ShipmentCancelled: ignored('OrderCancelled follows, and says what became of the money'),
  ShipmentFailed: ignored('OrderCancelled follows, and says what became of the money'),
})
