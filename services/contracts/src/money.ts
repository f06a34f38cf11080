import { z } from 'zod'

/** ISO 4217 code of the currency. */
export const Currency = z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as EUR')

/** Integer minor units (cents for EUR), never negative. */
export const MinorUnits = z.int().min(0)

export const Money = z.object({ amount: MinorUnits, currency: Currency })
export type Money = z.infer<typeof Money>

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

export const sameMoney = (a: Money, b: Money): boolean => a.amount === b.amount && a.currency === b.currency

/** The amount as people of `locale` write it, with as many decimals as the currency has. */
export function formatMoney({ amount, currency }: Money, locale = 'en-IE'): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency })
  const decimals = format.resolvedOptions().maximumFractionDigits ?? 2
  return format.format(amount / 10 ** decimals)
}
