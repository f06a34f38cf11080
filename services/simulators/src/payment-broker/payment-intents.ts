import { refuseDebit } from './debits.ts'
import type { Ledger } from './ledger.ts'
import type { CancelIntentParams, ConfirmIntentParams, CreateIntentParams } from './params.ts'
import { type Decline, type Intent, newId, type Outcome } from './records.ts'
import { cardError, invalid, missing, unexpectedState } from './stripe-errors.ts'
import { stripeIntent } from './stripe-objects.ts'
import { debitReturned, isAccount, type TestMethod } from './test-accounts.ts'
import { declinedLater } from './test-cards.ts'

export interface Moment {
  nowMs: number
  /** How long a card that needs time needs. */
  processingMs: number
}

const confirmable = ['requires_payment_method', 'requires_confirmation', 'requires_action']

export function createIntent(ledger: Ledger, params: CreateIntentParams, moment: Moment): Outcome {
  const id = newId('pi')
  const card = params.payment_method === undefined ? undefined : knownCard(ledger, params.payment_method)
  const intent: Intent = {
    id,
    clientSecret: `${id}_secret_${newId('').slice(1)}`,
    createdMs: moment.nowMs,
    amount: params.amount,
    currency: params.currency,
    metadata: params.metadata ?? {},
    status: card ? 'requires_confirmation' : 'requires_payment_method',
    refunded: 0,
    ...(params.receipt_email && { receiptEmail: params.receipt_email }),
    ...(params.description && { description: params.description }),
    ...(card && methodOf(ledger, params.payment_method, card)),
  }
  if (!params.confirm) return shown(intent, 200, params)
  if (!card) throw withoutMethod(intent)
  refuseRedirects(params)
  return ask(card, intent, params, moment)
}

export function confirmIntent(
  ledger: Ledger,
  id: string,
  params: ConfirmIntentParams,
  moment: Moment,
): Outcome {
  const intent = knownIntent(ledger, id)
  if (!confirmable.includes(intent.status)) {
    throw unexpectedState(
      `You cannot confirm this PaymentIntent because it has a status of ${intent.status}.`,
      stripeIntent(intent),
    )
  }
  const method = params.payment_method ?? intent.paymentMethod
  if (method === undefined) throw withoutMethod(intent)
  const card = knownCard(ledger, method)
  const receipt = params.receipt_email ? { receiptEmail: params.receipt_email } : {}
  return ask(card, { ...intent, ...receipt, ...methodOf(ledger, method, card) }, params, moment)
}

/** As with cards at Stripe: once the bank was asked, only its answer ends the payment. */
export function cancelIntent(ledger: Ledger, id: string, params: CancelIntentParams, nowMs: number): Outcome {
  const intent = knownIntent(ledger, id)
  if (!confirmable.includes(intent.status)) {
    throw unexpectedState(
      `You cannot cancel this PaymentIntent because it has a status of ${intent.status}. ` +
        `Only a PaymentIntent with one of the following statuses may be canceled: ${confirmable.join(', ')}.`,
      stripeIntent(intent),
    )
  }
  const reason = params.cancellation_reason ? { reason: params.cancellation_reason } : {}
  return shown({ ...intent, status: 'canceled', canceled: { atMs: nowMs, ...reason } }, 200, params)
}

/** The answer of a bank that needed time. */
export function settleIntent({ settles, ...intent }: Intent): Intent {
  if (settles?.verdict === 'yes') return { ...intent, status: 'succeeded' }
  return declined(intent, intent.account ? debitReturned : declinedLater)
}

export function knownIntent(ledger: Ledger, id: string): Intent {
  const intent = ledger.intent(id)
  if (!intent) throw missing('payment_intent', id, 'intent')
  return intent
}

function ask(card: TestMethod, asked: Intent, params: ConfirmIntentParams, moment: Moment): Outcome {
  if (isAccount(card)) refuseDebit(asked.currency, params)
  const { decline: _, ...rest } = asked
  const intent = { ...rest, charge: newId('ch') }
  const { verdict } = card
  if (verdict.says === 'yes') return shown({ ...intent, status: 'succeeded' }, 200, params)
  if (verdict.says === 'no') return refused(declined(intent, verdict))
  if (verdict.says === 'wait') {
    const settles = { atMs: moment.nowMs + moment.processingMs, verdict: verdict.later }
    return shown({ ...intent, status: 'processing', settles }, 200, params)
  }
  if (!params.error_on_requires_action) return shown({ ...rest, status: 'requires_action' }, 200, params)
  return refused(
    declined(intent, {
      code: 'authentication_required',
      declineCode: 'authentication_required',
      message: 'Your card was declined. This transaction requires authentication.',
    }),
  )
}

const declined = (intent: Intent, { code, declineCode, message }: Decline): Intent => ({
  ...intent,
  status: 'requires_payment_method',
  decline: { code, message, ...(declineCode && { declineCode }) },
})

const shown = (intent: Intent, status: number, { expand }: { expand?: string[] | undefined }): Outcome => ({
  intent,
  reply: { status, body: stripeIntent(intent, expand) },
})

function refused(intent: Intent): Outcome {
  const { code, declineCode, message } = intent.decline as Decline
  const more = {
    ...(declineCode && { decline_code: declineCode }),
    charge: intent.charge,
    payment_intent: stripeIntent(intent),
  }
  return { intent, reply: cardError(code, message, more) }
}

function knownCard(ledger: Ledger, paymentMethod: string): TestMethod {
  const card = ledger.testMethodOf(paymentMethod)
  if (!card) throw missing('PaymentMethod', paymentMethod, 'payment_method', 400)
  return card
}

function methodOf(ledger: Ledger, paymentMethod = '', method: TestMethod) {
  const last4 = ledger.method(paymentMethod)?.last4
  if (isAccount(method))
    return {
      paymentMethod,
      account: { country: method.iban.slice(0, 2), last4: last4 ?? method.iban.slice(-4) },
    }
  return { paymentMethod, card: { brand: method.brand, last4: last4 ?? method.number.slice(-4) } }
}

const withoutMethod = (intent: Intent) =>
  unexpectedState(
    "You cannot confirm this PaymentIntent because it's missing a payment method.",
    stripeIntent(intent),
  )

/** Stripe asks for a page to come back to unless the shop says that it never sends its customer away. */
function refuseRedirects(params: CreateIntentParams): void {
  const stays = params.automatic_payment_methods?.allow_redirects === 'never'
  if (stays || params.return_url || params.payment_method_types) return
  throw invalid(
    'This PaymentIntent may redirect your customer: provide a `return_url`, or set ' +
      '`automatic_payment_methods[enabled]` to `true` and `automatic_payment_methods[allow_redirects]` to `never`.',
  )
}
