import { type Database, statement } from '@aos/chassis/database'
import { MOST_COUNTED, type Need } from '@aos/contracts/back-office-orders'
import type { OrderStatus } from '@aos/contracts/journey'
import type { Order } from './order.ts'

export interface StaffOrderRow {
  id: string
  status: OrderStatus
  reason: NonNullable<Order['reason']> | null
  /** Text, as the driver hands out bigint. */
  total: string
  currency: string
  name: string
  email: string
  placed_at: Date
  needs: Need[]
}

/** Deadlines are acted on twice a second: a minute later nobody did. */
const OVERDUE = `deadline_at < now() - interval '1 minute'`

const LAST_WORD = `(journey -> -1 ->> 'at')::timestamptz`

const STUCK = `(status = 'cancelling' AND ${LAST_WORD} < now() - interval '5 minutes')
  OR (status = 'approved' AND tracking_number IS NULL AND ${LAST_WORD} < now() - interval '15 minutes')`

const REFUND = `coalesce(cancel_stage = 'refund', false)
  OR (status IN ('rejected', 'cancelled') AND refunded IS NULL AND journey @> '[{"type": "RefundPayment"}]')`

const NEEDS = `array_remove(ARRAY[
    CASE WHEN ${OVERDUE} THEN 'overdue' END, CASE WHEN ${STUCK} THEN 'stuck' END, CASE WHEN ${REFUND} THEN 'refund' END
  ], NULL) AS needs`

const COLUMNS = `id, status, reason, total, currency, customer ->> 'name' AS name, customer ->> 'email' AS email,
  placed_at, ${NEEDS}`

/** Each half has an index of its own. */
const UNHAPPY = `id IN (
    SELECT id FROM orders WHERE ${OVERDUE}
    UNION
    SELECT id FROM orders WHERE (status = 'cancelling'
      OR (status = 'approved' AND tracking_number IS NULL)
      OR (status IN ('rejected', 'cancelled') AND refunded IS NULL AND journey @> '[{"type": "RefundPayment"}]'))
      AND (${STUCK} OR ${REFUND})
  )`

const FITS = `($1::uuid IS NULL AND $3::text IS NULL OR id BETWEEN $1 AND $2 OR lower(customer ->> 'email') LIKE $3)
  AND ($4::text IS NULL OR status = $4)`

const page = (name: string, condition: string, order: string) => ({
  rows: statement(
    `staff-orders-${name}`,
    `SELECT ${COLUMNS} FROM orders WHERE ${condition} ORDER BY ${order} LIMIT $5 OFFSET $6`,
  ),
  count: statement(
    `staff-orders-${name}-count`,
    `SELECT count(*)::int AS count FROM (SELECT FROM orders WHERE ${condition} LIMIT ${MOST_COUNTED}) AS counted`,
  ),
})

const pages = {
  all: page('all', FITS, 'placed_at DESC, id'),
  unhappy: page('unhappy', `${FITS} AND ${UNHAPPY}`, 'placed_at, id'),
}

export interface StaffOrdersWanted {
  /** The first and the last order number that begin so. */
  ids: [first: string, last: string] | undefined
  /** For LIKE, in small letters. */
  email: string | undefined
  status: OrderStatus | undefined
  isUnhappy: boolean
  limit: number
  offset: number
}

export async function selectStaffOrders(
  database: Database,
  { ids, email, status, isUnhappy, limit, offset }: StaffOrdersWanted,
): Promise<{ rows: StaffOrderRow[]; total: number }> {
  const { rows, count } = isUnhappy ? pages.unhappy : pages.all
  const wanted = [ids?.[0] ?? null, ids?.[1] ?? null, email ?? null, status ?? null]
  const [found, [counted]] = await Promise.all([
    database.run<StaffOrderRow>(rows, [...wanted, limit, offset]),
    database.run<{ count: number }>(count, wanted),
  ])
  return { rows: found, total: counted?.count ?? 0 }
}

const needsOf = statement('staff-orders-needs', `SELECT ${NEEDS} FROM orders WHERE id = $1`)

export async function selectNeeds(database: Database, id: string): Promise<Need[]> {
  const [row] = await database.run<{ needs: Need[] }>(needsOf, [id])
  return row?.needs ?? []
}
