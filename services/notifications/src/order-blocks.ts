import { type Money, totalOf } from '@aos/contracts/money'
import { isPriced, type OrderedLine } from '@aos/contracts/order-parts'
import { type Bill, billRows } from './bill-rows.ts'
import { type Block, type OrderLine, order, paragraph, type Total } from './letter.ts'
import type { Wording } from './wording.ts'

/** What a message may say of an order's contents; the total may be missing in messages of older versions. */
export type Ordered = Omit<Bill, 'total'> & {
  lines?: OrderedLine[] | undefined
  total?: Money | undefined
}

/** Lines and totals, under what is said of them; nothing where the message knows neither. */
export function contents({ lines, total, ...bill }: Ordered, wording: Wording, heading: string): Block[] {
  if (!lines || !total) return []
  const rows = billRows({ ...bill, total }, wording)
  return [paragraph(heading), orderBlock(lines, total.currency, rows, wording)]
}

/** What an order would cost at the prices that it met, where all of them are known. */
export function contentsToday(
  { lines = [], total: shown, totals, ...bill }: Ordered & { total: Money },
  wording: Wording,
): Block[] {
  const { words, money } = wording
  if (lines.length === 0 || !lines.every(isPriced)) return []
  const { currency } = totals?.items ?? shown
  const total = totals ? sumOf(totals, bill.tax) : totalOf(lines, currency)
  const rows = billRows({ ...bill, totals, total }, wording, words.bill.totalToday)
  return [paragraph(words.rejected.shown(money(shown))), orderBlock(lines, currency, rows, wording)]
}

export const orderBlock = (
  lines: readonly OrderedLine[],
  currency: string,
  rows: Total[],
  wording: Wording,
): Block =>
  order(
    lines.map((line) => orderLine(line, currency, wording)),
    rows,
  )

function sumOf({ items, delivery, tax }: NonNullable<Bill['totals']>, rule: Bill['tax']): Money {
  const onTop = rule && !rule.included ? tax.amount : 0
  return { ...items, amount: items.amount + delivery.amount + onTop }
}

function orderLine(line: OrderedLine, currency: string, { words, money }: Wording): OrderLine {
  const { quantity } = line
  const several = (name: string) => (quantity === 1 ? name : `${quantity} × ${name}`)
  if (!isPriced(line)) return { what: several(line.sku) }
  const { name, unitPrice } = line
  return {
    what: several(name),
    ...(quantity > 1 && { each: words.bill.each(money({ amount: unitPrice, currency })) }),
    amount: money({ amount: quantity * unitPrice, currency }),
  }
}
