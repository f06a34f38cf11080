import type { DataOf } from '@aos/contracts/messages'
import { billRows } from './bill-rows.ts'
import { type Letter, paragraph, quote, type Total } from './letter.ts'
import { orderBlock } from './order-blocks.ts'
import type { Wording } from './wording.ts'

/** What the letter about an order says that was called off. */
export function cancellation(
  { reason, detail, refunded, lines = [], ...bill }: DataOf<'OrderCancelled'>,
  wording: Wording,
): Pick<Letter, 'subject' | 'title' | 'blocks'> {
  const { words, money } = wording
  const { subject, subjectRefunded, title, reasons, refunded: wasRefunded, notCharged } = words.cancelled
  const said = detail && words.rejected.detail(detail, reason)
  const charged: Total = refunded
    ? [words.bill.returned, money(refunded)]
    : [words.bill.charged, money({ ...bill.total, amount: 0 })]
  return {
    subject: refunded ? subjectRefunded : subject,
    title,
    blocks: [
      paragraph(reasons[reason]),
      ...(said ? [quote(said)] : []),
      paragraph(refunded ? wasRefunded(money(refunded)) : notCharged),
      orderBlock(lines, bill.total.currency, [...billRows(bill, wording), charged], wording),
    ],
  }
}
