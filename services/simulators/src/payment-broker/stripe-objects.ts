import type { Decline, Intent, Method, Refund } from './records.ts'
import { cardOfPaymentMethod } from './test-cards.ts'

const seconds = (ms: number) => Math.floor(ms / 1000)

export function stripeIntent(intent: Intent, expand: string[] = []) {
  const paid = intent.status === 'succeeded'
  return {
    id: intent.id,
    object: 'payment_intent',
    amount: intent.amount,
    amount_capturable: 0,
    amount_received: paid ? intent.amount : 0,
    canceled_at: intent.canceled ? seconds(intent.canceled.atMs) : null,
    cancellation_reason: intent.canceled?.reason ?? null,
    capture_method: 'automatic_async',
    client_secret: intent.clientSecret,
    confirmation_method: 'automatic',
    created: seconds(intent.createdMs),
    currency: intent.currency,
    customer: null,
    description: intent.description ?? null,
    last_payment_error: intent.decline ? lastError(intent, intent.decline) : null,
    latest_charge: expand.includes('latest_charge') ? stripeCharge(intent) : (intent.charge ?? null),
    livemode: false,
    metadata: intent.metadata,
    next_action: intent.status === 'requires_action' ? { type: 'use_stripe_sdk', use_stripe_sdk: {} } : null,
    payment_method: intent.paymentMethod ?? null,
    payment_method_types: [intent.account ? 'sepa_debit' : 'card'],
    receipt_email: intent.receiptEmail ?? null,
    status: intent.status,
  }
}

const lastError = (intent: Intent, { code, declineCode, message }: Decline) => ({
  type: 'card_error',
  code,
  ...(declineCode && { decline_code: declineCode }),
  message,
  charge: intent.charge,
})

export function stripeCharge(intent: Intent) {
  if (!intent.charge) return null
  const paid = intent.status === 'succeeded'
  return {
    id: intent.charge,
    object: 'charge',
    amount: intent.amount,
    amount_captured: paid ? intent.amount : 0,
    amount_refunded: intent.refunded,
    captured: paid,
    created: seconds(intent.createdMs),
    currency: intent.currency,
    failure_code: intent.decline?.code ?? null,
    failure_message: intent.decline?.message ?? null,
    livemode: false,
    metadata: intent.metadata,
    paid,
    payment_intent: intent.id,
    payment_method: intent.paymentMethod ?? null,
    payment_method_details: intent.account
      ? { type: 'sepa_debit', sepa_debit: intent.account }
      : { type: 'card', card: { ...intent.card } },
    receipt_email: intent.receiptEmail ?? null,
    refunded: paid && intent.refunded === intent.amount,
    status: paid ? 'succeeded' : intent.status === 'processing' ? 'pending' : 'failed',
  }
}

export const stripeRefund = (refund: Refund) => ({
  id: refund.id,
  object: 'refund',
  amount: refund.amount,
  charge: refund.charge,
  created: seconds(refund.createdMs),
  currency: refund.currency,
  metadata: refund.metadata,
  payment_intent: refund.intent,
  reason: refund.reason ?? null,
  status: 'succeeded',
})

export const stripeMethod = (method: Method) => ({
  id: method.id,
  object: 'payment_method',
  billing_details: { address: null, email: null, name: null, phone: null, ...method.billingDetails },
  created: seconds(method.createdMs),
  customer: null,
  livemode: false,
  metadata: {},
  ...('testAccount' in method
    ? { type: 'sepa_debit', sepa_debit: { country: method.country, last4: method.last4 } }
    : {
        type: 'card',
        card: {
          brand: cardOfPaymentMethod(method.testCard)?.brand ?? 'unknown',
          last4: method.last4,
          exp_month: method.expMonth,
          exp_year: method.expYear,
        },
      }),
})

interface Listed {
  id: string
}

/** Newest first, from oldest-first records. */
export function stripeList<Item extends Listed>(
  url: string,
  items: Item[],
  { limit, starting_after: after }: { limit: number; starting_after?: string | undefined },
  show: (item: Item) => unknown,
) {
  const newest = items.toReversed()
  const start = after ? newest.findIndex(({ id }) => id === after) + 1 : 0
  const data = newest.slice(start, start + limit).map(show)
  return { object: 'list', url, has_more: newest.length > start + limit, data }
}
