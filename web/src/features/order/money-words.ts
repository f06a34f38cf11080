import { formatMoney } from '@aos/contracts/amounts'
import type { Order } from '@aos/contracts/http'
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
  const amount = formatMoney(order.total)
  const refunded = firstOf(order, 'PaymentRefunded')
  if (refunded)
    return {
      short: `${amount} returned to you`,
      long: `We returned all of your ${amount}. Your bank may take a few days to show it.`,
      at: refunded.at,
    }
  if (has(order, 'PaymentSucceeded'))
    return {
      short: `Returning your ${amount}`,
      long: `We are returning all of your ${amount} the way you paid.`,
    }
  const end = firstOf(order, 'OrderRejected') ?? firstOf(order, 'OrderCancelled')
  return { short: 'Nothing was charged', long: 'You have not been charged.', at: end?.at }
}

/** What a shopper is to know before they cancel. */
export function moneyIfCancelled({ status, total }: Pick<Order, 'status' | 'total'>): string {
  const amount = formatMoney(total)
  if (status === 'placed') return 'Nothing has been charged yet, and nothing will be.'
  if (status === 'awaiting-payment')
    return `We stop the payment. If your bank was faster, all of the ${amount} goes back to you.`
  return `Nothing is sent, and all of your ${amount} goes back the way you paid. Your bank may take a few days to show it.`
}
