import type { Money } from './money.ts'

/** Apart from money.ts, so that a browser gets them without the schemas. */

interface PricedLine {
  quantity: number
  unitPrice: number
}

/** @throws RangeError when the sum leaves the integers that JavaScript holds exactly. */
export function totalOf(lines: readonly PricedLine[], currency: string): Money {
  const amount = lines.reduce((sum, line) => sum + line.quantity * line.unitPrice, 0)
  if (!Number.isSafeInteger(amount)) throw new RangeError(`the total of ${lines.length} lines is too large`)
  return { amount, currency }
}

interface Format {
  format: Intl.NumberFormat
  decimals: number
}

/** Making one takes longer than using it a hundred times, and so does asking it for its decimals. */
const formats = new Map<string, Format>()

function formatFor(currency: string, locale: string): Format {
  const key = `${locale} ${currency}`
  const known = formats.get(key)
  if (known) return known
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency })
  const made = { format, decimals: format.resolvedOptions().maximumFractionDigits ?? 2 }
  formats.set(key, made)
  return made
}

/** The amount as people of `locale` write it, with as many decimals as the currency has. */
export function formatMoney({ amount, currency }: Money, locale = 'en-IE'): string {
  const { format, decimals } = formatFor(currency, locale)
  return format.format(amount / 10 ** decimals)
}

/** How many decimals amounts of the currency have: 2 for EUR, none for JPY. */
export const decimalsOf = (currency: string): number => formatFor(currency, 'en-IE').decimals
