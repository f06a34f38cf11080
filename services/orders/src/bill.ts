import type { Order as OrderView } from '@aos/contracts/http'
import type { Order } from './order.ts'

type Bill = Pick<OrderView, 'delivery' | 'totals' | 'tax'>

/** What the order's total is made of, for those who show it. */
export function billOf({ terms, totals }: Pick<Order, 'terms' | 'totals'>): Bill {
  if (!terms) return {}
  const { id, name, time } = terms.delivery
  return { delivery: { id, name, time }, tax: terms.tax, ...(totals && { totals }) }
}
