import type { Database } from '@aos/chassis/database'
import type {
  OrderRecord,
  StaffOrderGlance,
  StaffOrderPage,
  StaffOrderQuery,
} from '@aos/contracts/back-office-orders'
import type { z } from 'zod'
import { noSuchOrder } from './advance-order.ts'
import { searchFor } from './order-search.ts'
import { findOrder } from './orders-table.ts'
import { NOBODY } from './ownership.ts'
import { view } from './show-order.ts'
import { type StaffOrderRow, selectNeeds, selectStaffOrders } from './staff-orders-table.ts'

export async function searchOrders(
  database: Database,
  { q, status, attention, page, pageSize }: z.output<typeof StaffOrderQuery>,
): Promise<StaffOrderPage> {
  const { rows, total } = await selectStaffOrders(database, {
    ids: undefined,
    email: undefined,
    ...(q !== undefined && searchFor(q)),
    status,
    isUnhappy: attention !== undefined,
    limit: pageSize,
    offset: (page - 1) * pageSize,
  })
  return { orders: rows.map(glance), total, page, pageSize }
}

export async function getOrderRecord(database: Database, id: string): Promise<OrderRecord> {
  const [stored, needs] = await Promise.all([findOrder(database, id), selectNeeds(database, id)])
  if (!stored) throw noSuchOrder(id)
  const { cancelStage, deadlineAt, refunded } = stored.order
  return {
    ...view(stored),
    needs,
    placedBy: placedBy(stored.owner),
    ...(cancelStage && { awaits: cancelStage }),
    ...(deadlineAt && { deadlineAt: deadlineAt.toISOString() }),
    ...(refunded && { refunded }),
  }
}

function placedBy(owner: string | undefined): OrderRecord['placedBy'] {
  if (owner === NOBODY) return 'deleted account'
  return owner === undefined || owner.startsWith('guest:') ? 'guest' : 'account'
}

const glance = ({ reason, total, currency, placed_at, ...row }: StaffOrderRow): StaffOrderGlance => ({
  ...row,
  ...(reason && { reason }),
  total: { amount: Number(total), currency },
  placedAt: placed_at.toISOString(),
})
