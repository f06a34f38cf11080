import { isUnderWay, type Payment } from './payment-state.ts'

const HOUR = 3_600_000
/** Brokers forget idempotency keys after a day; from then on a repeated call would charge again. */
const REPEATABLE_FOR_MS = 20 * HOUR
/** The broker's search lags; after this long, what it does not know has not happened. */
const SEARCH_LAGS_MS = HOUR

const ageMs = ({ createdAt }: Payment, now: Date): number => now.getTime() - createdAt.getTime()
const isRepeatable = (payment: Payment, now: Date) => ageMs(payment, now) < REPEATABLE_FOR_MS
export const isSearchTrusted = (payment: Payment, now: Date) =>
  ageMs(payment, now) > REPEATABLE_FOR_MS + SEARCH_LAGS_MS

export type Step = 'charge' | 'withhold' | 'look' | 'find' | 'cancel' | 'refund' | 'none'

/** What is to be done at the broker. */
export function nextStep(payment: Payment, now: Date): Step {
  if (!isUnderWay(payment.status)) return 'none'
  if (payment.status === 'refunding') return 'refund'
  const isCancelling = payment.status === 'cancelling'
  if (payment.brokerReference !== undefined) return isCancelling ? 'cancel' : 'look'
  if (!isRepeatable(payment, now)) return 'find'
  return isCancelling ? 'withhold' : 'charge'
}
