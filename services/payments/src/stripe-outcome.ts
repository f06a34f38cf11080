import Stripe from 'stripe'
import type { BrokerOutcome } from './broker.ts'

const { errors } = Stripe

/** Undefined: nothing has been charged, but the intent still could be. */
export function outcomeOfIntent(intent: Stripe.PaymentIntent): BrokerOutcome | undefined {
  const { id: reference, last_payment_error: error } = intent
  switch (intent.status) {
    case 'succeeded':
      return { type: 'charged', reference }
    case 'processing':
    case 'requires_capture':
      return { type: 'pending', reference }
    case 'canceled':
      return { type: 'called-off', reference }
    case 'requires_payment_method':
      return error ? { type: 'declined', reference, ...reasonOf(error) } : undefined
    default:
      return undefined
  }
}

/** The bank's own code says more than the general `card_declined`. */
export const reasonOf = (error: {
  decline_code?: string | undefined
  code?: string | undefined
  message?: string | undefined
}) => ({
  code: error.decline_code || error.code || 'declined',
  message: error.message || 'The payment was declined.',
})

export function outcomeOfError(error: unknown): BrokerOutcome {
  if (error instanceof errors.StripeCardError)
    return { type: 'declined', reference: error.payment_intent?.id, ...reasonOf(error) }
  return { type: 'unknown', because: reasonText(error), needsPerson: needsPerson(error) }
}

const reasonText = (error: unknown): string =>
  error instanceof errors.StripeError
    ? `${error.type} ${error.statusCode ?? ''} ${error.code ?? ''}: ${error.message}`
    : String(error)

const needsPerson = (error: unknown): boolean =>
  error instanceof errors.StripeAuthenticationError ||
  error instanceof errors.StripePermissionError ||
  error instanceof errors.StripeInvalidRequestError

/** The request itself cannot be fulfilled, such as a payment method that does not exist: nothing was done. */
export const isRefusal = (error: unknown): error is Stripe.errors.StripeInvalidRequestError =>
  error instanceof errors.StripeInvalidRequestError &&
  (error.statusCode === 400 || error.code === 'resource_missing')

/**
 * The idempotency key will not tell any more: it belongs to another request, or to an answer that was a
 * fault of the broker, which keeps faults as it keeps any answer.
 */
export const isKeySpent = (error: unknown): boolean =>
  error instanceof errors.StripeIdempotencyError || isReplayedFault(error)

const isReplayedFault = (error: unknown): boolean =>
  error instanceof errors.StripeAPIError && error.headers?.['idempotent-replayed'] === 'true'
