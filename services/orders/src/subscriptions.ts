import type { Subscriptions } from '@aos/chassis/inbox'
import type { AdvanceOrder } from './advance-order.ts'

export const subscriptions = ({ onMessages }: AdvanceOrder): Subscriptions<'orders'> => ({
  ItemsReserved: onMessages,
  ItemsUnavailable: onMessages,
  PaymentSucceeded: onMessages,
  PaymentFailed: onMessages,
  PaymentCancelled: onMessages,
  PaymentRefunded: onMessages,
  ItemsPicked: onMessages,
  CustomerNotified: onMessages,
  ShipmentBooked: onMessages,
  ShipmentDispatched: onMessages,
  ShipmentDelivered: onMessages,
  ShipmentCancelled: onMessages,
  ShipmentFailed: onMessages,
})
