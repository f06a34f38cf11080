import { type Handler, ignored, type Subscriptions } from '@aos/chassis/inbox'
import type { Announced } from './letters.ts'

export const subscriptions = (queue: Handler<Announced>): Subscriptions<'notifications'> => ({
  OrderApproved: queue,
  OrderRejected: queue,
  OrderCancelled: queue,
  ShipmentDispatched: queue,
  ShipmentDelivered: queue,
  ShipmentBooked: ignored('customers hear of the parcel when it moves'),
  ShipmentCancelled: ignored('OrderCancelled follows, and says what became of the money'),
  ShipmentFailed: ignored('OrderCancelled follows, and says what became of the money'),
})
