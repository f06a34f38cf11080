import type { JourneyEntryType } from '@aos/contracts/journey'

/** What is not on the way of an order that goes well, in the shopper's words. */
export const detourTitles: Partial<Record<JourneyEntryType, string>> = {
  ItemsUnavailable: 'Some items are not available',
  PaymentFailed: 'Payment declined',
  OrderRejected: 'Order rejected',
  CancellationRequested: 'You asked to cancel',
  DeadlinePassed: 'It took too long',
  CancelPayment: 'Asked to stop the payment',
  PaymentCancelled: 'Payment stopped',
  CancelShipment: 'Asked to stop the parcel',
  ShipmentCancelled: 'No parcel will be sent',
  ShipmentFailed: 'The carrier could not take the parcel',
  RefundPayment: 'Asked for your money back',
  PaymentRefunded: 'Your money is on its way back',
  OrderCancelled: 'Order cancelled',
  CustomerNotified: 'E-mail sent to you',
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
