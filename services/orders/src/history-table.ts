import { type Database, statement, type Transaction } from '@aos/chassis/database'
import type { OrderStatus } from '@aos/contracts/journey'
import type { Line, PricedLine } from '@aos/contracts/order-parts'

const ownerOf = statement('orders-owner', 'SELECT owner FROM orders WHERE id = $1')

export async function findOwner(
  database: Database,
  id: string,
): Promise<{ owner: string | undefined } | undefined> {
  const [row] = await database.run<{ owner: string | null }>(ownerOf, [id])
  return row && { owner: row.owner ?? undefined }
}

/** Whose orders: an account's, and with its verified address those that it placed as a guest. */
export interface Whose {
  subject: string
  email: string | undefined
}

export const MINE = `owner = $1 OR (owner LIKE 'guest:%' AND lower(customer ->> 'email') = lower($2))`

const page = statement(
  'orders-history',
  `SELECT id, status, total, currency, lines, placed_at FROM orders WHERE ${MINE}
   ORDER BY placed_at DESC, id LIMIT $3 OFFSET $4`,
)

export interface PastOrder {
  id: string
  status: OrderStatus
  /** Text, as the driver hands out bigint. */
  total: string
  currency: string
  lines: (Line | PricedLine)[]
  placed_at: Date
}

export const findHistory = (
  database: Database,
  { subject, email }: Whose,
  { limit, offset }: { limit: number; offset: number },
): Promise<PastOrder[]> => database.run(page, [subject, email ?? null, limit, offset])

const count = statement('orders-history-count', `SELECT count(*)::int AS count FROM orders WHERE ${MINE}`)

export async function countHistory(database: Database, { subject, email }: Whose): Promise<number> {
  const [row] = await database.run<{ count: number }>(count, [subject, email ?? null])
  return row?.count ?? 0
}

const countOpen = statement(
  'orders-open',
  `SELECT owner, count(*)::int AS open FROM orders
   WHERE owner = ANY($1::text[]) AND status IN ('placed', 'awaiting-payment') GROUP BY owner`,
)

/** How many orders of each owner hold stock that is not paid for. */
export async function countOpenOrders(tx: Transaction, owners: string[]): Promise<Map<string, number>> {
  const rows = await tx.run<{ owner: string; open: number }>(countOpen, [owners])
  return new Map(rows.map(({ owner, open }) => [owner, open]))
}
