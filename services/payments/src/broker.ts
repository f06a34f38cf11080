import type { Money } from '@aos/contracts/money'
import type { Mandate, PaymentType } from '@aos/contracts/payment-methods'

export interface Charge {
  orderId: string
  amount: Money
  paymentMethod: string
  /** A card unless said. */
  paymentType?: PaymentType | undefined
  /** Who agreed to a debit. */
  mandate?: Mandate | undefined
}

/** What a call to the broker, or an event of it, tells about a payment. */
export type BrokerOutcome =
  | { type: 'charged'; reference: string }
  /** The bank needs time. */
  | { type: 'pending'; reference: string }
  | { type: 'declined'; reference?: string | undefined; code: string; message: string }
  | { type: 'called-off'; reference?: string | undefined }
  | { type: 'returned'; reference: string }
  /** The broker's records have nothing about the order; they may lag behind. */
  | { type: 'absent' }
  /** Anything may have happened: no answer, or none that tells. If `needsPerson`, it stays so until somebody acts. */
  | { type: 'unknown'; because: string; needsPerson: boolean }

/** The payment broker as this service needs it. Every call may be repeated without doing a thing twice. */
export interface Broker {
  /** Charges; when repeated, tells what became of the first call. */
  charge(charge: Charge): Promise<BrokerOutcome>
  /** Makes sure that `charge` of this order will not charge any more, or tells that it has. */
  withhold(charge: Charge): Promise<BrokerOutcome>
  look(reference: string): Promise<BrokerOutcome>
  find(orderId: string): Promise<BrokerOutcome>
  cancel(reference: string): Promise<BrokerOutcome>
  refund(orderId: string, reference: string): Promise<BrokerOutcome>
}

/** A signed event of the broker about one of our payments. */
export interface BrokerNews {
  orderId: string
  outcome: BrokerOutcome
}
