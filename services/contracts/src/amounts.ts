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

/** Making one takes longer than using it a hundred times. */
const formats = new Map<string, Intl.NumberFormat>()

function formatFor(currency: string, locale: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`
  const format = formats.get(key) ?? new Intl.NumberFormat(locale, { style: 'currency', currency })
  formats.set(key, format)
  return format
}

/** The amount as people of `locale` write it, with as many decimals as the currency has. */
export function formatMoney({ amount, currency }: Money, locale = 'en-IE'): string {
  const format = formatFor(currency, locale)
  const decimals = format.resolvedOptions().maximumFractionDigits ?? 2
  return format.format(amount / 10 ** decimals)
}

/** How many decimals amounts of the currency have: 2 for EUR, none for JPY. */
export const decimalsOf = (currency: string): number =>
  formatFor(currency, 'en-IE').resolvedOptions().maximumFractionDigits ?? 2
