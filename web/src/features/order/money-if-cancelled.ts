import type { Order } from '@aos/contracts/http'
import { money } from '../../shared/format.ts'
import { orderLater as words } from '../../shared/messages/order-later.ts'

/** What a shopper is to know before they cancel. */
export function moneyIfCancelled({ status, total }: Pick<Order, 'status' | 'total'>): string {
  const { notCharged, stopsPayment, refunds } = words.cancellation
  if (status === 'placed') return notCharged
  return status === 'awaiting-payment' ? stopsPayment(money(total)) : refunds(money(total))
}
