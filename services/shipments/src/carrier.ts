import type { Consignment, News, Parcel } from './parcel.ts'

export type Booking = Extract<Parcel, { status: 'booking' | 'cancelling' }>

/**
 * What this service asks of a shipment company, whichever it is. An answer says what is true there.
 * Throwing means that the outcome is unknown: ask again.
 */
export interface Carrier {
  /** However often it is called for an order, there is one parcel. */
  book(order: Booking): Promise<News>
  /** When it is too late, the answer is what happened instead. */
  cancel(parcel: Consignment & { orderId: string }): Promise<News>
  /** The order's parcel, if there is one. */
  find(orderId: string): Promise<News | undefined>
}
