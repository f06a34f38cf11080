import { z } from 'zod'
import { orderStatuses } from './journey.ts'
import { Money } from './money.ts'
import { OrderId } from './order-parts.ts'
import { pageNumber, queryNumber } from './query-number.ts'

/** The shapes of a shopper's past orders in the public API. */

export const HistoryQuery = z.object({
  page: pageNumber,
  pageSize: queryNumber((number) => number.int().min(1).max(50)).default(10),
})

export const OrderGlance = z.object({
  id: OrderId,
  status: z.enum(orderStatuses),
  total: Money,
  items: z.int().describe('How many pieces.'),
  names: z.array(z.string()).describe('Of the first few products, as far as they are known.'),
  placedAt: z.iso.datetime(),
})
export type OrderGlance = z.infer<typeof OrderGlance>

export const OrderHistory = z.object({
  orders: z.array(OrderGlance),
  total: z.int(),
  page: z.int(),
  pageSize: z.int(),
})
export type OrderHistory = z.infer<typeof OrderHistory>
