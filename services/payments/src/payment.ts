import type { Message } from '@aos/contracts/messages'
import type { BrokerOutcome } from './broker.ts'
import { isSearchTrusted } from './next-step.ts'
import {
  type Decision,
  enter,
  fail,
  fresh,
  ignored,
  type Payment,
  PENDING_MOST_MS,
  tell,
  tryLater,
} from './payment-state.ts'

export type PaymentCommand = Message<'ProcessPayment' | 'CancelPayment' | 'RefundPayment'>

export function decide(
  payment: Payment | undefined,
  heard: PaymentCommand | BrokerOutcome,
  now: Date,
): Decision {
  switch (heard.type) {
    case 'ProcessPayment':
      return payment ? ignored('an order is charged once, ever') : begin(heard, now)
    case 'CancelPayment':
      return payment ? cancel(payment, heard, now) : leaveTombstone(heard, now)
    case 'RefundPayment':
      return payment ? refund(payment, heard, now) : leaveTombstone(heard, now)
    default:
      return payment ? learn(payment, heard, now) : ignored('there is no such payment here')
  }
}

function begin({ data, traceparent }: Message<'ProcessPayment'>, now: Date): Decision {
  const { orderId, amount, paymentMethod, paymentType, mandate } = data
  const payment = fresh(orderId, traceparent, now)
  return enter({ ...payment, charge: { amount, paymentMethod, paymentType, mandate } }, 'processing', now)
}

/** The ProcessPayment that this overtook must not charge any more. */
const leaveTombstone = ({ data, traceparent }: PaymentCommand, now: Date): Decision =>
  enter(fresh(data.orderId, traceparent, now), 'cancelled', now)

function cancel(before: Payment, command: PaymentCommand, now: Date): Decision {
  const payment = { ...before, traceparent: command.traceparent ?? before.traceparent }
  switch (payment.status) {
    case 'processing':
      return enter(payment, 'cancelling', now)
    case 'cancelling':
      return ignored('it is being cancelled already')
    case 'refunding':
      return ignored('the refund that is under way will be the answer')
    default:
      return tell(payment)
  }
}

function refund(before: Payment, command: PaymentCommand, now: Date): Decision {
  const payment = { ...before, traceparent: command.traceparent ?? before.traceparent }
  switch (payment.status) {
    case 'succeeded':
      return enter(payment, 'refunding', now)
    case 'processing':
      // Nothing to return yet: what is not charged can still be called off.
      return enter(payment, 'cancelling', now)
    case 'cancelling':
      return ignored('it is being cancelled already')
    case 'refunding':
      return ignored('it is being refunded already')
    default:
      return tell(payment)
  }
}

function learn(payment: Payment, outcome: BrokerOutcome, now: Date): Decision {
  if (isAboutAnother(payment, outcome)) return ignored('it is about another charge')
  switch (payment.status) {
    case 'processing':
      return learnWhileProcessing(payment, outcome, now)
    case 'cancelling':
      return learnWhileCancelling(payment, outcome, now)
    case 'succeeded':
      return outcome.type === 'returned'
        ? enter(payment, 'refunded', now)
        : ignored('it is known to have succeeded')
    case 'refunding':
      return learnWhileRefunding(payment, outcome, now)
    case 'refunded':
      return ignored('it is known to be refunded')
    case 'failed':
    case 'cancelled':
      // We said that nothing was charged: make it true.
      return outcome.type === 'charged'
        ? enter({ ...payment, brokerReference: outcome.reference }, 'refunding', now)
        : ignored('it is known not to be charged')
  }
}

function learnWhileProcessing(payment: Payment, outcome: BrokerOutcome, now: Date): Decision {
  switch (outcome.type) {
    case 'charged':
      return enter({ ...payment, brokerReference: outcome.reference }, 'succeeded', now)
    case 'declined':
      return fail(payment, outcome, now)
    case 'called-off':
      return fail(
        payment,
        { ...outcome, code: 'canceled', message: 'The payment was cancelled at the payment broker.' },
        now,
      )
    case 'absent':
      if (!isSearchTrusted(payment, now)) return tryLater(payment, now)
      return fail(
        payment,
        { code: 'never-received', message: 'The payment broker never received the payment.' },
        now,
      )
    case 'pending':
      return tryLater({ ...payment, brokerReference: outcome.reference }, now, PENDING_MOST_MS)
    case 'unknown':
      return tryLater(payment, now)
    case 'returned':
      return ignored('the charge itself is not known yet')
  }
}

function learnWhileCancelling(payment: Payment, outcome: BrokerOutcome, now: Date): Decision {
  switch (outcome.type) {
    case 'charged':
      return enter({ ...payment, brokerReference: outcome.reference }, 'succeeded', now)
    case 'declined':
      return fail(payment, outcome, now)
    case 'called-off':
      return enter(
        { ...payment, brokerReference: outcome.reference ?? payment.brokerReference },
        'cancelled',
        now,
      )
    case 'absent':
      return isSearchTrusted(payment, now) ? enter(payment, 'cancelled', now) : tryLater(payment, now)
    case 'pending':
      // Now that it has a name, it can be cancelled at once.
      return payment.brokerReference === undefined
        ? enter({ ...payment, brokerReference: outcome.reference }, 'cancelling', now)
        : tryLater(payment, now, PENDING_MOST_MS)
    case 'unknown':
      return tryLater(payment, now)
    case 'returned':
      return ignored('the charge itself is not known yet')
  }
}

function learnWhileRefunding(payment: Payment, outcome: BrokerOutcome, now: Date): Decision {
  if (outcome.type === 'returned') return enter(payment, 'refunded', now)
  if (outcome.type === 'unknown') return tryLater(payment, now)
  return ignored('only the refund matters now')
}

/** A charge that nobody expects any more still counts, whatever its name. */
function isAboutAnother({ brokerReference }: Payment, outcome: BrokerOutcome): boolean {
  const reference = 'reference' in outcome ? outcome.reference : undefined
  if (outcome.type === 'charged' || !reference || !brokerReference) return false
  return reference !== brokerReference
}
