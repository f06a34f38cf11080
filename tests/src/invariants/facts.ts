import type { OrderStatus } from '@aos/contracts/journey'
import type { ServiceName } from '@aos/contracts/services'

/** What the services and the third parties know, each from its own books. */
export interface Facts {
  /** Orders that a caller was told of with 2xx. */
  acceptedIds: readonly string[]
  orders: readonly OrderFact[]
  shelves: readonly ShelfFact[]
  reservations: readonly ReservationFact[]
  charges: readonly ChargeFact[]
  parcels: readonly ParcelFact[]
  emails: readonly EmailFact[]
  mails: readonly MailFact[]
  outboxes: readonly { service: ServiceName; waiting: number }[]
  /** Open ones. */
  deadLetters: readonly { service: ServiceName; id: string; reason: string }[]
}

export interface OrderFact {
  id: string
  status: OrderStatus
  total: number
  /** What it is made of; absent in old orders, and before the items were reserved. */
  parts: { items: number; delivery: number; tax: number; taxIncluded: boolean } | null
  currency: string
  email: string
}

/** One SKU; `restocked` is all that ever came in, the first stock included. */
export interface ShelfFact {
  sku: string
  onHand: number
  reserved: number
  restocked: number
}

export interface ReservationFact {
  orderId: string
  status: 'reserved' | 'unavailable' | 'picked' | 'released' | 'returned'
  lines: readonly { sku: string; quantity: number }[]
}

/** In the payment broker's ledger. */
export interface ChargeFact {
  paymentIntent: string
  orderId: string | null
  currency: string
  captured: number
  refunded: number
  status: string
}

/** In the shipment company's ledger; its reference is the order. */
export interface ParcelFact {
  id: string
  reference: string
  status: 'booked' | 'dispatched' | 'delivered' | 'lost' | 'cancelled'
}

/** In the books of notifications. */
export interface EmailFact {
  orderId: string
  about: string
  status: 'queued' | 'sent' | 'failed'
  attempts: number
}

/** In the customer's mailbox. */
export interface MailFact {
  messageId: string
  orderId: string
  about: string
  to: readonly string[]
}
