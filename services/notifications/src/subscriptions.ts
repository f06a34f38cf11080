import { type Handler, ignored, type Subscriptions } from '@aos/chassis/inbox'
import type { Announcement } from './letters.ts'

export const subscriptions = (queue: Handler<Announcement['type']>): Subscriptions<'notifications'> => ({
  OrderApproved: queue,
  OrderRejected: queue,
  OrderCancelled: queue,
  ShipmentDispatched: queue,
  ShipmentDelivered: queue,
  EmailVerificationRequested: queue,
  PasswordResetRequested: queue,
  AccountDeleted: ignored('to whom an e-mail went is not kept, and what waits is still sent'),
  ShipmentBooked: ignored('customers hear of the parcel when it moves'),
  ShipmentCancelled: ignored('OrderCancelled follows, and says what became of the money'),
  ShipmentFailed: ignored('OrderCancelled follows, and says what became of the money'),
})
