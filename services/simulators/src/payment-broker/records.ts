import { randomBytes } from 'node:crypto'
import type { Webhook } from '../runtime/webhook-sender.ts'

export type IntentStatus =
  | 'requires_payment_method'
  | 'requires_confirmation'
  | 'requires_action'
  | 'processing'
  | 'succeeded'
  | 'canceled'

export interface Decline {
  code: string
  declineCode?: string
  message: string
}

export interface Intent {
  id: string
  clientSecret: string
  createdMs: number
  amount: number
  currency: string
  metadata: Record<string, string>
  status: IntentStatus
  refunded: number
  receiptEmail?: string
  description?: string
  paymentMethod?: string
  card?: { brand: string; last4: string }
  account?: { country: string; last4: string }
  charge?: string
  decline?: Decline
  /** While processing: when the bank will answer, and what. */
  settles?: { atMs: number; verdict: 'yes' | 'no' }
  canceled?: { atMs: number; reason?: string }
}

export interface Refund {
  id: string
  createdMs: number
  amount: number
  currency: string
  intent: string
  charge: string
  metadata: Record<string, string>
  reason?: string
}

/** A card given by a browser. Its number is not kept: only which test card it was. */
export interface CardMethod {
  id: string
  createdMs: number
  testCard: string
  last4: string
  expMonth: number
  expYear: number
  billingDetails: Record<string, unknown>
}

/** A bank account given by a browser; of its number only the end is kept. */
export interface AccountMethod {
  id: string
  createdMs: number
  testAccount: string
  country: string
  last4: string
  billingDetails: Record<string, unknown>
}

export type Method = CardMethod | AccountMethod

export interface Reply {
  status: number
  body: unknown
}

export interface Answer extends Reply {
  key: string
  fingerprint: string
  atMs: number
}

/** One line of the journal: all that one request changed, with the answer it got. */
export interface Entry {
  intent?: Intent
  refund?: Refund
  method?: Method
  answer?: Answer
  webhook?: Webhook
  delivered?: string
}

/** What a decision says should be kept and answered. */
export interface Outcome {
  intent?: Intent
  refund?: Refund
  method?: Method
  reply: Reply
}

export const newId = (prefix: string): string =>
  `${prefix}_${randomBytes(18).toString('base64url').replace(/[-_]/g, '0')}`
