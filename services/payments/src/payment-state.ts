import type { Emitted } from '@aos/contracts/messages'
import type { Charge } from './broker.ts'

/*
 * A payment is the one charge of an order: once, ever.
 *
 *   ProcessPayment ─▶ processing ──▶ succeeded ──▶ refunding ──▶ refunded
 *                        │    └────▶ failed
 *                        ▼
 *                    cancelling ───▶ cancelled, or succeeded or failed if that was faster
 *
 * In processing, cancelling and refunding something is to be done at the broker. Each of the other
 * statuses has one message that tells it, and is told again whenever orders asks.
 */
export type PaymentStatus =
  | 'processing'
  | 'succeeded'
  | 'failed'
  | 'cancelling'
  | 'cancelled'
  | 'refunding'
  | 'refunded'

export interface Payment {
  orderId: string
  status: PaymentStatus
  /** Absent when the payment was cancelled before it was asked for. */
  charge: Omit<Charge, 'orderId'> | undefined
  brokerReference: string | undefined
  failure: { code: string; message: string } | undefined
  /** Calls since the status was entered that did not settle it. */
  attempts: number
  /** When to go to the broker (again); absent when nothing is to be done there. */
  nextAttemptAt: Date | undefined
  sequence: number
  traceparent: string | undefined
  createdAt: Date
}

type Said = Emitted & { sequence: number }
export type Decision = { payment: Payment; messages: Said[] } | { ignored: string }

export const ignored = (because: string): Decision => ({ ignored: because })

export const fresh = (orderId: string, traceparent: string | undefined, now: Date) => ({
  orderId,
  charge: undefined,
  brokerReference: undefined,
  failure: undefined,
  sequence: 0,
  traceparent,
  createdAt: now,
})

type Unentered = Omit<Payment, 'status' | 'attempts' | 'nextAttemptAt'>

export function enter(before: Unentered, status: PaymentStatus, now: Date): Decision {
  const nextAttemptAt = isUnderWay(status) ? now : undefined
  const payment = { ...before, status, attempts: 0, nextAttemptAt }
  return nextAttemptAt ? { payment, messages: [] } : tell(payment)
}

export const fail = (
  payment: Payment,
  { reference, code, message }: { reference?: string | undefined; code: string; message: string },
  now: Date,
): Decision =>
  enter(
    { ...payment, brokerReference: reference ?? payment.brokerReference, failure: { code, message } },
    'failed',
    now,
  )

export const tryLater = (payment: Payment, now: Date, mostMs = MINUTE): Decision => ({
  payment: {
    ...payment,
    attempts: payment.attempts + 1,
    nextAttemptAt: new Date(now.getTime() + backOffMs(payment.attempts, mostMs)),
  },
  messages: [],
})

const SECOND = 1000
const MINUTE = 60 * SECOND
/** A bank that needs days is not asked each minute; the broker's event comes sooner anyhow. */
export const PENDING_MOST_MS = 15 * MINUTE
const backOffMs = (attempts: number, mostMs: number): number =>
  Math.min(SECOND * 2 ** Math.min(attempts, 10), mostMs)

export const isUnderWay = (status: PaymentStatus): boolean =>
  status === 'processing' || status === 'cancelling' || status === 'refunding'

export const isDue = ({ nextAttemptAt }: Payment, now: Date): boolean =>
  nextAttemptAt !== undefined && nextAttemptAt <= now

export function tell(before: Payment): Decision {
  const payment = { ...before, sequence: before.sequence + 1 }
  return { payment, messages: [{ ...messageOf(payment), sequence: payment.sequence }] }
}

/** What a payment that rests says about itself. */
function messageOf({ orderId, status, charge, brokerReference, failure }: Payment): Emitted {
  if (status === 'succeeded' && charge && brokerReference)
    return { type: 'PaymentSucceeded', data: { orderId, amount: charge.amount, brokerReference } }
  if (status === 'failed' && failure) return { type: 'PaymentFailed', data: { orderId, ...failure } }
  if (status === 'refunded' && charge)
    return { type: 'PaymentRefunded', data: { orderId, amount: charge.amount } }
  if (status === 'cancelled') return { type: 'PaymentCancelled', data: { orderId } }
  throw new Error(`payment ${orderId}, ${status}, has nothing to say or lacks what it has to say`)
}
