import { z } from 'zod'

export { formatMoney, totalOf } from './amounts.ts'

/** ISO 4217 code of the currency. */
/** Of a store that says nothing else. */
export const usualCurrency = 'EUR'

export const Currency = z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as EUR')

/** Integer minor units (cents for EUR), never negative. */
export const MinorUnits = z.int().min(0)

export const Money = z.object({ amount: MinorUnits, currency: Currency })
export type Money = z.infer<typeof Money>

export const sameMoney = (a: Money, b: Money): boolean => a.amount === b.amount && a.currency === b.currency
