import { ignored, type Subscriptions } from '@aos/chassis/inbox'
import type { AdvanceOrder } from './advance-order.ts'
import { onAccountDeleted } from './forget-person.ts'

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
  AccountDeleted: onAccountDeleted,
  EmailVerificationRequested: ignored('nothing of an order changes by it'),
  PasswordResetRequested: ignored('nothing of an order changes by it'),
})
