import { decimalsOf } from '@aos/contracts/amounts'

/** Minor units of what somebody typed, with a point or a comma; NaN for what is no price. */
export function amountOf(text: string, currency: string): number {
  const decimals = decimalsOf(currency)
  const match = /^(\d{1,9})(?:[.,](\d+))?$/.exec(text.trim())
  const [, whole = '', fraction = ''] = match ?? []
  if (!match || fraction.length > decimals) return Number.NaN
  return Number(whole + fraction.padEnd(decimals, '0'))
}

export const priceText = (amount: number, currency: string): string => {
  const decimals = decimalsOf(currency)
  return (amount / 10 ** decimals).toFixed(decimals)
}
