import type { Database } from '@aos/chassis/database'
import type { Actor } from '@aos/contracts/actor'
import type { OrderGlance, OrderHistory } from '@aos/contracts/order-history'
import { countHistory, findHistory, type PastOrder } from './history-table.ts'

const NAMES_SHOWN = 3

/** The orders of a signed-in shopper, newest first. */
export async function listOrders(
  database: Database,
  { subject, email }: Actor,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<OrderHistory> {
  const whose = { subject, email }
  const [orders, total] = await Promise.all([
    findHistory(database, whose, { limit: pageSize, offset: (page - 1) * pageSize }),
    countHistory(database, whose),
  ])
  return { orders: orders.map(glance), total, page, pageSize }
}

const glance = ({ id, status, total, currency, lines, placed_at }: PastOrder): OrderGlance => ({
  id,
  status,
  total: { amount: Number(total), currency },
  items: lines.reduce((sum, { quantity }) => sum + quantity, 0),
  names: lines.flatMap((line) => ('name' in line ? [line.name] : [])).slice(0, NAMES_SHOWN),
  placedAt: placed_at.toISOString(),
})
