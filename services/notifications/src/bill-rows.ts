import type { DataOf } from '@aos/contracts/messages'
import type { Total } from './letter.ts'
import type { Wording } from './wording.ts'

export type Bill = Pick<DataOf<'OrderApproved'>, 'totals' | 'tax' | 'delivery' | 'total'>

/** What the order cost; orders from before there was a choice of delivery know the total alone. */
export function billRows(
  { totals, tax, delivery, total }: Bill,
  { words: { bill: words }, money, number }: Wording,
  totalLabel = words.total,
): Total[] {
  const sum: Total = [totalLabel, money(total)]
  if (!totals) return [sum]
  const free = totals.delivery.amount === 0
  const taxLabel = tax && tax.rate > 0 ? `${tax.name} (${number(tax.rate)} %)` : undefined
  const taxRow = (label: string): Total => [label, money(totals.tax)]
  return [
    [words.items, money(totals.items)],
    [delivery ? words.deliveryBy(delivery.name) : words.delivery, free ? words.free : money(totals.delivery)],
    ...(taxLabel ? [taxRow(tax?.included ? words.withTax(taxLabel) : taxLabel)] : []),
    sum,
  ]
}
