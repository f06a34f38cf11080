import type { Product } from '@aos/contracts/http'
import type { Money } from '@aos/contracts/money'
import { shell } from '../../shared/messages/shell.ts'

export interface Change {
  what: string
  before: Money
  now: Money
}

/** What somebody who is about to order has seen. */
export interface Seen {
  prices: ReadonlyMap<string, { name: string; price: Money }>
  total: Money
}

type Item = { sku: string; product: Product | undefined }

export function seenOf(items: readonly Item[], total: Money | undefined): Seen | undefined {
  if (!total) return undefined
  const prices = items.flatMap(({ sku, product }) =>
    product ? [[sku, { name: product.name, price: product.price }] as const] : [],
  )
  return { prices: new Map(prices), total }
}

/** Each price that is another one now, and the total last, if that is. */
export function changesBetween(before: Seen | undefined, now: Seen | undefined): Change[] {
  if (!before || !now) return []
  const prices = [...now.prices].flatMap(([sku, { name, price }]) => {
    const known = before.prices.get(sku)?.price
    return known && differs(known, price) ? [{ what: name, before: known, now: price }] : []
  })
  const total = { what: shell.totals.total, before: before.total, now: now.total }
  return differs(before.total, now.total) ? [...prices, total] : prices
}

const differs = (a: Money, b: Money) => a.amount !== b.amount || a.currency !== b.currency
