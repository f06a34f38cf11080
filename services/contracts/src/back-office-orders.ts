import { z } from 'zod'
import { Order } from './http.ts'
import { orderStatuses } from './journey.ts'
import { Money } from './money.ts'
import { cancellationReasons, OrderId, rejectionReasons, text } from './order-parts.ts'
import { pageNumber, queryNumber } from './query-number.ts'

/** The shapes of orders as staff sees them, in the public API. */

/**
 * Why somebody should look at an order: `overdue`, its deadline passed and nobody acted on it; `stuck`,
 * somebody owes an answer for longer than usual; `refund`, money is on its way back.
 */
export const needs = ['overdue', 'stuck', 'refund'] as const
export type Need = (typeof needs)[number]

export const StaffOrderQuery = z.object({
  q: text(100).optional().describe('The beginning of an order number or of an e-mail address.'),
  status: z.enum(orderStatuses).optional(),
  attention: z.literal('true').optional().describe('Only those that need somebody, the oldest first.'),
  page: pageNumber,
  pageSize: queryNumber((number) => number.int().min(1).max(100)).default(25),
})

export const StaffOrderGlance = z.object({
  id: OrderId,
  status: z.enum(orderStatuses),
  reason: z.enum([...rejectionReasons, ...cancellationReasons]).optional(),
  total: Money,
  name: z.string(),
  email: z.string(),
  placedAt: z.iso.datetime(),
  needs: z.array(z.enum(needs)),
})
export type StaffOrderGlance = z.infer<typeof StaffOrderGlance>

/** Counting more of them would take longer than it is worth. */
export const MOST_COUNTED = 10_000

export const StaffOrderPage = z.object({
  orders: z.array(StaffOrderGlance),
  total: z.int().describe(`${MOST_COUNTED} stands for as many or more.`),
  page: z.int(),
  pageSize: z.int(),
})
export type StaffOrderPage = z.infer<typeof StaffOrderPage>

export const OrderRecord = Order.extend({
  needs: z.array(z.enum(needs)),
  placedBy: z.enum(['guest', 'account', 'deleted account']),
  awaits: z
    .enum(['payment', 'shipment', 'refund'])
    .optional()
    .describe('Whose answer ends the cancellation.'),
  deadlineAt: z.iso
    .datetime()
    .optional()
    .describe('When the next step is asked for once more, or called off.'),
  refunded: Money.optional(),
})
export type OrderRecord = z.infer<typeof OrderRecord>
