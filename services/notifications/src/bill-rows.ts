import type { DataOf } from '@aos/contracts/messages'
import { formatMoney } from '@aos/contracts/money'
import type { Total } from './letter.ts'

type Bill = Pick<DataOf<'OrderApproved'>, 'totals' | 'tax' | 'delivery' | 'total'>

/** What the order cost; orders from before there was a choice of delivery know the total alone. */
export function billRows({ totals, tax, delivery, total }: Bill): Total[] {
  const sum: Total = ['Total', formatMoney(total)]
  if (!totals) return [sum]
  const free = totals.delivery.amount === 0
  const taxLabel = tax && tax.rate > 0 ? `${tax.name} (${tax.rate} %)` : undefined
  const taxRow = (label: string): Total => [label, formatMoney(totals.tax)]
  return [
    ['Items', formatMoney(totals.items)],
    [delivery ? `${delivery.name} delivery` : 'Delivery', free ? 'Free' : formatMoney(totals.delivery)],
    ...(taxLabel ? [taxRow(tax?.included ? `In it ${taxLabel}` : taxLabel)] : []),
    sum,
  ]
}
