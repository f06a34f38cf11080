import type { Money } from './money.ts'

/** What an order costs, by one rule for those who show it and those who charge it. Apart from pricing.ts, so that a browser gets it without the schemas. */

interface TaxRule {
  /** In percent. */
  rate: number
  /** Whether prices have it in them, or it comes on top. */
  included: boolean
}

interface DeliveryPrice {
  price: number
  /** From items of so much on it costs nothing. */
  freeFrom?: number | undefined
}

export interface Totals {
  items: Money
  delivery: Money
  /** In the items and the delivery, or on top of them. */
  tax: Money
  total: Money
}

/**
 * Prices of items and of delivery have the tax in them, or both have it on top. It is rounded once, on
 * their sum, half a unit upwards.
 *
 * @throws RangeError when the total leaves the integers that JavaScript holds exactly.
 */
export function totalsOf(items: Money, { delivery, tax }: { delivery: DeliveryPrice; tax: TaxRule }): Totals {
  const { currency } = items
  const deliveryAmount = deliveryPriceFor(items.amount, delivery)
  const sum = items.amount + deliveryAmount
  const parts = Math.round(tax.rate * PARTS_PER_PERCENT)
  const taxAmount = share(sum, parts, tax.included ? WHOLE + parts : WHOLE)
  const total = tax.included ? sum : sum + taxAmount
  if (!Number.isSafeInteger(total)) throw new RangeError('the total is too large')
  const money = (amount: number): Money => ({ amount, currency })
  return { items, delivery: money(deliveryAmount), tax: money(taxAmount), total: money(total) }
}

export const deliveryPriceFor = (itemsAmount: number, { price, freeFrom }: DeliveryPrice): number =>
  freeFrom !== undefined && itemsAmount >= freeFrom ? 0 : price

/** Rates have two decimals at most. */
const PARTS_PER_PERCENT = 100
const WHOLE = 100 * PARTS_PER_PERCENT

/** In big integers: the product of an amount and a rate may be more than a number holds exactly. */
const share = (amount: number, parts: number, whole: number): number =>
  Number((2n * BigInt(amount) * BigInt(parts) + BigInt(whole)) / (2n * BigInt(whole)))
