import { type Database, statement, type Transaction } from '@aos/chassis/database'
import type { JourneyEntry } from '@aos/contracts/http'
import type { OrderStatus } from '@aos/contracts/journey'
import type { Customer, Line } from '@aos/contracts/order-parts'
import type { Mandate, PaymentType } from '@aos/contracts/payment-methods'
import type { Terms } from '@aos/contracts/pricing'
import type { CancelStage, Order } from './order.ts'

interface Row {
  id: string
  status: OrderStatus
  cancel_stage: CancelStage | null
  reason: Order['reason'] | null
  detail: string | null
  lines: Line[]
  /** Text, as the driver hands out bigint; so are the other amounts. */
  total: string
  currency: string
  terms: Terms | null
  items_total: string | null
  delivery_total: string | null
  tax_total: string | null
  customer: Customer
  payment_method: string
  payment_type: PaymentType | null
  mandate: Mandate | null
  tracking_number: string | null
  refunded: string | null
  journey: JourneyEntry[]
  sequence: number
  deadline_at: Date | null
  placed_at: Date
  traceparent: string | null
  owner: string | null
}

/** An order with the trace in which it was placed, and whose it is. */
export interface StoredOrder {
  order: Order
  traceparent: string | undefined
  owner: string | undefined
}

export interface CartToEmpty {
  owner: string
  etag: string
}

export interface NewRow {
  order: Order
  traceparent: string | undefined
  idempotencyKey: string
  requestHash: string
  cart: CartToEmpty | undefined
  owner: string | undefined
}

const fromRow = (row: Row): StoredOrder => ({
  order: {
    id: row.id,
    status: row.status,
    cancelStage: row.cancel_stage ?? undefined,
    reason: row.reason ?? undefined,
    detail: row.detail ?? undefined,
    lines: row.lines,
    total: { amount: Number(row.total), currency: row.currency },
    terms: row.terms ?? undefined,
    totals: totalsIn(row),
    customer: row.customer,
    paymentMethod: row.payment_method,
    paymentType: row.payment_type ?? undefined,
    mandate: row.mandate ?? undefined,
    trackingNumber: row.tracking_number ?? undefined,
    refunded: row.refunded === null ? undefined : { amount: Number(row.refunded), currency: row.currency },
    journey: row.journey,
    sequence: row.sequence,
    deadlineAt: row.deadline_at ?? undefined,
    placedAt: row.placed_at,
  },
  traceparent: row.traceparent ?? undefined,
  owner: row.owner ?? undefined,
})

function totalsIn({ items_total, delivery_total, tax_total, currency }: Row): Order['totals'] {
  if (items_total === null) return undefined
  const money = (amount: string | null) => ({ amount: Number(amount), currency })
  return { items: money(items_total), delivery: money(delivery_total), tax: money(tax_total) }
}

const COLUMNS = `id, status, cancel_stage, reason, detail, lines, total, currency, terms, items_total,
  delivery_total, tax_total, customer, payment_method,
  tracking_number, refunded, journey, sequence, deadline_at, placed_at, traceparent, owner,
  payment_type, mandate`

const insert = statement(
  'orders-insert',
  `INSERT INTO orders (id, status, lines, total, currency, customer, payment_method, journey, sequence,
                       deadline_at, placed_at, traceparent, idempotency_key, request_hash, cart_to_empty, owner,
                       terms, payment_type, mandate)
   SELECT * FROM unnest($1::uuid[], $2::text[], $3::jsonb[], $4::bigint[], $5::text[], $6::jsonb[], $7::text[],
                        $8::jsonb[], $9::int[], $10::timestamptz[], $11::timestamptz[], $12::text[],
                        $13::text[], $14::text[], $15::jsonb[], $16::text[], $17::jsonb[],
                        $18::text[], $19::jsonb[])
   ON CONFLICT (idempotency_key) DO NOTHING
   RETURNING id`,
)

/** @returns the ids that were written; the others met an idempotency key that is taken. */
export async function insertOrders(tx: Transaction, rows: NewRow[]): Promise<Set<string>> {
  const column = <T>(of: (row: NewRow) => T) => rows.map(of)
  const inserted = await tx.run<{ id: string }>(insert, [
    column(({ order }) => order.id),
    column(({ order }) => order.status),
    column(({ order }) => JSON.stringify(order.lines)),
    column(({ order }) => order.total.amount),
    column(({ order }) => order.total.currency),
    column(({ order }) => JSON.stringify(order.customer)),
    column(({ order }) => order.paymentMethod),
    column(({ order }) => JSON.stringify(order.journey)),
    column(({ order }) => order.sequence),
    column(({ order }) => order.deadlineAt ?? null),
    column(({ order }) => order.placedAt),
    column(({ traceparent }) => traceparent ?? null),
    column(({ idempotencyKey }) => idempotencyKey),
    column(({ requestHash }) => requestHash),
    column(({ cart }) => (cart ? JSON.stringify(cart) : null)),
    column(({ owner }) => owner ?? null),
    column(({ order }) => (order.terms ? JSON.stringify(order.terms) : null)),
    column(({ order }) => order.paymentType ?? null),
    column(({ order }) => (order.mandate ? JSON.stringify(order.mandate) : null)),
  ])
  return new Set(inserted.map(({ id }) => id))
}

const selectByKeys = statement(
  'orders-by-idempotency-keys',
  'SELECT id, idempotency_key, request_hash FROM orders WHERE idempotency_key = ANY($1::text[])',
)

export async function findByIdempotencyKeys(
  tx: Transaction,
  keys: string[],
): Promise<Map<string, { id: string; requestHash: string }>> {
  const rows = await tx.run<{ id: string; idempotency_key: string; request_hash: string }>(selectByKeys, [
    keys,
  ])
  return new Map(rows.map((row) => [row.idempotency_key, { id: row.id, requestHash: row.request_hash }]))
}

const lock = statement(
  'orders-lock',
  `SELECT ${COLUMNS} FROM orders WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE`,
)

/** Locks in the order of the ids, so that two batches with the same orders cannot deadlock. */
export async function lockOrders(tx: Transaction, ids: string[]): Promise<Map<string, StoredOrder>> {
  const rows = await tx.run<Row>(lock, [ids])
  return new Map(rows.map((row) => [row.id, fromRow(row)]))
}

const update = statement(
  'orders-update',
  `UPDATE orders SET status = u.status, cancel_stage = u.cancel_stage, reason = u.reason, detail = u.detail,
     lines = u.lines, tracking_number = u.tracking_number, refunded = u.refunded, journey = u.journey,
     sequence = u.sequence, deadline_at = u.deadline_at, items_total = u.items_total,
     delivery_total = u.delivery_total, tax_total = u.tax_total
   FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::jsonb[], $7::text[], $8::bigint[],
               $9::jsonb[], $10::int[], $11::timestamptz[], $12::bigint[], $13::bigint[], $14::bigint[])
     AS u (id, status, cancel_stage, reason, detail, lines, tracking_number, refunded, journey, sequence, deadline_at,
           items_total, delivery_total, tax_total)
   WHERE orders.id = u.id`,
)

export async function updateOrders(tx: Transaction, orders: Order[]): Promise<void> {
  const column = <T>(of: (order: Order) => T) => orders.map(of)
  tx.send(update, [
    column(({ id }) => id),
    column(({ status }) => status),
    column(({ cancelStage }) => cancelStage ?? null),
    column(({ reason }) => reason ?? null),
    column(({ detail }) => detail ?? null),
    column(({ lines }) => JSON.stringify(lines)),
    column(({ trackingNumber }) => trackingNumber ?? null),
    column(({ refunded }) => refunded?.amount ?? null),
    column(({ journey }) => JSON.stringify(journey)),
    column(({ sequence }) => sequence),
    column(({ deadlineAt }) => deadlineAt ?? null),
    column(({ totals }) => totals?.items.amount ?? null),
    column(({ totals }) => totals?.delivery.amount ?? null),
    column(({ totals }) => totals?.tax.amount ?? null),
  ])
}

const selectOverdue = statement(
  'orders-overdue',
  `SELECT ${COLUMNS} FROM orders WHERE deadline_at <= now() ORDER BY id LIMIT 100 FOR UPDATE SKIP LOCKED`,
)

/** Orders whose deadline has passed and that nobody else is looking at. */
export async function lockOverdueOrders(tx: Transaction): Promise<StoredOrder[]> {
  return (await tx.run<Row>(selectOverdue)).map(fromRow)
}

const selectOne = statement('orders-find', `SELECT ${COLUMNS} FROM orders WHERE id = $1`)

export async function findOrder(database: Database, id: string): Promise<StoredOrder | undefined> {
  const [row] = await database.run<Row>(selectOne, [id])
  return row && fromRow(row)
}

const selectCarts = statement(
  'orders-carts-to-empty',
  `SELECT id, cart_to_empty AS cart FROM orders WHERE cart_to_empty IS NOT NULL ORDER BY placed_at LIMIT 100`,
)

export const findCartsToEmpty = (database: Database): Promise<{ id: string; cart: CartToEmpty }[]> =>
  database.run(selectCarts)

const clearCart = statement('orders-cart-emptied', 'UPDATE orders SET cart_to_empty = NULL WHERE id = $1')

export async function markCartEmptied(database: Database, id: string): Promise<void> {
  await database.run(clearCart, [id])
}
