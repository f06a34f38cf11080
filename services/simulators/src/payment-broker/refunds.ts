import type { Ledger } from './ledger.ts'
import type { CreateRefundParams } from './params.ts'
import { knownIntent } from './payment-intents.ts'
import { type Intent, newId, type Outcome, type Refund } from './records.ts'
import { invalid, missing } from './stripe-errors.ts'
import { stripeRefund } from './stripe-objects.ts'

export function createRefund(ledger: Ledger, params: CreateRefundParams, nowMs: number): Outcome {
  const intent = refundable(ledger, params)
  if (intent.status !== 'succeeded' || !intent.charge) {
    throw invalid('This PaymentIntent does not have a successful charge to refund.')
  }
  const left = intent.amount - intent.refunded
  if (left === 0) {
    throw invalid(`Charge ${intent.charge} has already been refunded.`, 'charge_already_refunded')
  }
  const amount = params.amount ?? left
  if (amount > left) {
    throw invalid(
      `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`,
      undefined,
      {
        param: 'amount',
      },
    )
  }
  const refund: Refund = {
    id: newId('re'),
    createdMs: nowMs,
    amount,
    currency: intent.currency,
    intent: intent.id,
    charge: intent.charge,
    metadata: params.metadata ?? {},
    ...(params.reason && { reason: params.reason }),
  }
  return {
    intent: { ...intent, refunded: intent.refunded + amount },
    refund,
    reply: { status: 200, body: stripeRefund(refund) },
  }
}

function refundable(ledger: Ledger, params: CreateRefundParams): Intent {
  if (params.payment_intent !== undefined) return knownIntent(ledger, params.payment_intent)
  if (params.charge === undefined) {
    throw invalid(
      'One of the following params should be provided for this request: payment_intent or charge.',
    )
  }
  const intent = ledger.intentOfCharge(params.charge)
  if (!intent) throw missing('charge', params.charge, 'charge')
  return intent
}
