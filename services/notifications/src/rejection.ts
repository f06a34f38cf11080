import type { DataOf } from '@aos/contracts/messages'
import { type Block, facts, type Letter, paragraph, quote } from './letter.ts'
import { contents, contentsToday } from './order-blocks.ts'
import type { Wording } from './wording.ts'

type Rejected = DataOf<'OrderRejected'>

/** What the letter about an order says that could not be taken. */
export function rejection(data: Rejected, wording: Wording): Pick<Letter, 'subject' | 'title' | 'blocks'> {
  const { subject, reasons, notCharged, ordered } = wording.words.rejected
  const { title, advice } = reasons[data.reason]
  const isPriceChanged = data.reason === 'price-changed'
  return {
    subject,
    title,
    blocks: [
      ...because(data, wording),
      ...(isPriceChanged ? contentsToday(data, wording) : []),
      paragraph(notCharged(wording.money(data.total))),
      ...(isPriceChanged ? [] : contents(data, wording, ordered)),
      paragraph(advice),
    ],
  }
}

function because({ reason, detail, shortages, lines = [] }: Rejected, { words }: Wording): Block[] {
  const { reasons, shortage, given, detail: told } = words.rejected
  const { text } = reasons[reason]
  switch (reason) {
    case 'price-changed':
      return [paragraph(text)]
    case 'unavailable': {
      const nameOf = (sku: string) => {
        const line = lines.find((one) => one.sku === sku)
        return line && 'name' in line ? `${line.name} (${sku})` : sku
      }
      const short = shortages?.map(({ sku, requested, left }): [string, string] => [
        nameOf(sku),
        shortage(requested, left),
      ])
      // Older versions of orders have one text for all.
      return [paragraph(text), short ? facts(...short) : quote(detail)]
    }
    case 'payment-declined': {
      const said = told(detail, reason)
      return said ? [paragraph(`${text} ${given}`), quote(said)] : [paragraph(text)]
    }
  }
}
