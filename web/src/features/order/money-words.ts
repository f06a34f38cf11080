import type { Order } from '@aos/contracts/http'
import { money } from '../../shared/format.ts'
import { order as words } from '../../shared/messages/order.ts'
import { firstOf, has } from './order-facts.ts'

interface MoneyWords {
  /** In a list of steps. */
  short: string
  /** In a text. */
  long: string
  /** Since when it is so; while there is nothing, it is still under way. */
  at?: string | undefined
}

/** What became of the money of an order that came to nothing. */
export function moneyWords(order: Pick<Order, 'journey' | 'total'>): MoneyWords {
  const amount = money(order.total)
  const refunded = firstOf(order, 'PaymentRefunded')
  if (refunded) return { ...words.money.returned(amount), at: refunded.at }
  if (has(order, 'PaymentSucceeded')) return words.money.returning(amount)
  const end = firstOf(order, 'OrderRejected') ?? firstOf(order, 'OrderCancelled')
  return { ...words.money.nothing, at: end?.at }
}
