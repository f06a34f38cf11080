import type { OrderMessageType } from './messages.ts'
import type { ServiceName } from './services.ts'

export const orderStatuses = [
  'placed',
  'awaiting-payment',
  'approved',
  'shipped',
  'delivered',
  'rejected',
  'cancelling',
  'cancelled',
] as const
export type OrderStatus = (typeof orderStatuses)[number]

/** Statuses in which nothing is under way any more. */
export const terminalStatuses = ['delivered', 'rejected', 'cancelled'] as const satisfies OrderStatus[]

type Party = ServiceName | 'web' | 'kafka' | 'payment-broker' | 'carrier' | 'customer'

export interface JourneyStep {
  steps: string
  from: Party
  to: Party
  title: string
  /** The step is done when this stands in the order's journey. */
  doneBy: JourneyEntryType
}

/** What happens to an order at orders itself. */
export const ownEntryTypes = ['OrderPlaced', 'CancellationRequested', 'DeadlinePassed'] as const

/** What can stand in an order's journey: that, and each message that orders sent or received. */
export type JourneyEntryType = (typeof ownEntryTypes)[number] | OrderMessageType

/** The way of one order that goes well, as the web app draws it and the README tells it. */
export const journey: readonly JourneyStep[] = [
  { steps: '1', from: 'web', to: 'gateway', title: 'You placed the order', doneBy: 'OrderPlaced' },
  { steps: '2', from: 'gateway', to: 'orders', title: 'We wrote it down', doneBy: 'OrderPlaced' },
  { steps: '3–4', from: 'orders', to: 'stock', title: 'Asked the warehouse', doneBy: 'ReserveItems' },
  { steps: '5–6', from: 'stock', to: 'orders', title: 'Items are held for you', doneBy: 'ItemsReserved' },
  { steps: '7–8', from: 'orders', to: 'payments', title: 'Asked for the payment', doneBy: 'ProcessPayment' },
  { steps: '9–11', from: 'payments', to: 'orders', title: 'Payment received', doneBy: 'PaymentSucceeded' },
  { steps: '12–13', from: 'orders', to: 'kafka', title: 'Order approved', doneBy: 'OrderApproved' },
  { steps: '14', from: 'stock', to: 'orders', title: 'Items left the shelf', doneBy: 'ItemsPicked' },
  {
    steps: '14',
    from: 'notifications',
    to: 'customer',
    title: 'E-mail sent to you',
    doneBy: 'CustomerNotified',
  },
  { steps: '14', from: 'shipments', to: 'carrier', title: 'Handed to the carrier', doneBy: 'ShipmentBooked' },
]
