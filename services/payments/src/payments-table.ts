import { type Database, statement, type Transaction } from '@aos/chassis/database'
import type { Mandate, PaymentType } from '@aos/contracts/payment-methods'
import type { Payment, PaymentStatus } from './payment-state.ts'

interface Row {
  order_id: string
  status: PaymentStatus
  amount: string | null
  currency: string | null
  payment_method: string | null
  payment_type: PaymentType | null
  mandate: Mandate | null
  broker_reference: string | null
  failure_code: string | null
  failure_message: string | null
  attempts: number
  next_attempt_at: Date | null
  sequence: number
  traceparent: string | null
  created_at: Date
}

const COLUMNS = `order_id, status, amount, currency, payment_method, broker_reference, failure_code,
  failure_message, attempts, next_attempt_at, sequence, traceparent, created_at, payment_type, mandate`

const select = statement(
  'payments-select',
  `SELECT ${COLUMNS} FROM payments WHERE order_id = ANY($1::uuid[])`,
)

const lock = statement('payments-lock', `${select.text} ORDER BY order_id FOR UPDATE`)

/** Without an ON CONFLICT: of two that begin a payment at once, one fails, comes again and finds it. */
const insert = statement(
  'payments-insert',
  `INSERT INTO payments (${COLUMNS}, updated_at)
   SELECT *, created_at FROM unnest($1::uuid[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::text[],
     $7::text[], $8::text[], $9::int[], $10::timestamptz[], $11::int[], $12::text[], $13::timestamptz[],
     $14::text[], $15::jsonb[])
     AS fresh (${COLUMNS})`,
)

const update = statement(
  'payments-update',
  `UPDATE payments SET
     status = new.status, broker_reference = new.broker_reference, failure_code = new.failure_code,
     failure_message = new.failure_message, attempts = new.attempts, next_attempt_at = new.next_attempt_at,
     sequence = new.sequence, traceparent = new.traceparent, updated_at = $10,
     mandate = CASE WHEN new.broker_reference IS NULL AND new.status IN ('processing', 'cancelling')
       THEN payments.mandate END
   FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::int[], $7::timestamptz[],
     $8::int[], $9::text[])
     AS new (order_id, status, broker_reference, failure_code, failure_message, attempts, next_attempt_at,
       sequence, traceparent)
   WHERE payments.order_id = new.order_id`,
)

const claim = statement(
  'payments-claim',
  `UPDATE payments SET next_attempt_at = $2 WHERE order_id IN (
     SELECT order_id FROM payments WHERE next_attempt_at <= $1
     ORDER BY next_attempt_at LIMIT $3 FOR UPDATE SKIP LOCKED)
   RETURNING ${COLUMNS}`,
)

export const selectPayments = async (database: Database, orderIds: string[]): Promise<Map<string, Payment>> =>
  byOrder(await database.run<Row>(select, [orderIds]))

/** Those that exist, locked until the transaction ends. */
export const lockPayments = async (tx: Transaction, orderIds: string[]): Promise<Map<string, Payment>> =>
  byOrder(await tx.run<Row>(lock, [orderIds]))

/** Payments whose time has come; nobody else claims them before the lease ends. */
export const claimDuePayments = async (
  database: Database,
  { now, leaseUntil, most }: { now: Date; leaseUntil: Date; most: number },
): Promise<Payment[]> => (await database.run<Row>(claim, [now, leaseUntil, most])).map(payment)

export async function insertPayments(tx: Transaction, payments: Payment[]): Promise<void> {
  if (payments.length === 0) return
  tx.send(insert, [
    payments.map((it) => it.orderId),
    payments.map((it) => it.status),
    payments.map((it) => it.charge?.amount.amount),
    payments.map((it) => it.charge?.amount.currency),
    payments.map((it) => it.charge?.paymentMethod),
    payments.map((it) => it.brokerReference),
    payments.map((it) => it.failure?.code),
    payments.map((it) => it.failure?.message),
    payments.map((it) => it.attempts),
    payments.map((it) => it.nextAttemptAt),
    payments.map((it) => it.sequence),
    payments.map((it) => it.traceparent),
    payments.map((it) => it.createdAt),
    payments.map((it) => it.charge?.paymentType),
    payments.map((it) => it.charge?.mandate && JSON.stringify(it.charge.mandate)),
  ])
}

export async function updatePayments(tx: Transaction, payments: Payment[], now: Date): Promise<void> {
  if (payments.length === 0) return
  tx.send(update, [
    payments.map((it) => it.orderId),
    payments.map((it) => it.status),
    payments.map((it) => it.brokerReference),
    payments.map((it) => it.failure?.code),
    payments.map((it) => it.failure?.message),
    payments.map((it) => it.attempts),
    payments.map((it) => it.nextAttemptAt),
    payments.map((it) => it.sequence),
    payments.map((it) => it.traceparent),
    now,
  ])
}

const byOrder = (rows: Row[]): Map<string, Payment> =>
  new Map(rows.map((row) => [row.order_id, payment(row)]))

const payment = (row: Row): Payment => ({
  orderId: row.order_id,
  status: row.status,
  charge: chargeOf(row),
  brokerReference: row.broker_reference ?? undefined,
  failure:
    row.failure_code === null ? undefined : { code: row.failure_code, message: row.failure_message ?? '' },
  attempts: row.attempts,
  nextAttemptAt: row.next_attempt_at ?? undefined,
  sequence: row.sequence,
  traceparent: row.traceparent ?? undefined,
  createdAt: row.created_at,
})

function chargeOf(row: Row): Payment['charge'] {
  const { amount, currency, payment_method: paymentMethod, payment_type: paymentType, mandate } = row
  if (amount === null || currency === null || paymentMethod === null) return undefined
  return {
    amount: { amount: Number(amount), currency },
    paymentMethod,
    paymentType: paymentType ?? undefined,
    mandate: mandate ?? undefined,
  }
}
