import { totalOf } from '@aos/contracts/amounts'
import type { Cart, Product } from '@aos/contracts/http'
import type { Money } from '@aos/contracts/money'
import type { Line } from '@aos/contracts/order-parts'

export interface CartItem extends Line {
  /** Absent while it loads, and for what is no longer sold. */
  product: Product | undefined
  lost: boolean
}

export interface PricedCart {
  items: CartItem[]
  count: number
  etag: string | undefined
  /** Known as soon as every price is. */
  total: Money | undefined
}

export interface ProductAnswer {
  data: Product | undefined
  isError: boolean
}

export function priceCart(cart: Cart, answers: readonly ProductAnswer[]): PricedCart {
  const items = cart.lines.map((line, index) => ({
    ...line,
    product: answers[index]?.data,
    lost: answers[index]?.isError === true && !answers[index]?.data,
  }))
  return { items, count: countOf(cart), etag: cart.etag, total: totalOfItems(items) }
}

export const countOf = (cart: Cart): number => cart.lines.reduce((sum, line) => sum + line.quantity, 0)

function totalOfItems(items: CartItem[]): Money | undefined {
  const prices = items.flatMap(({ product, quantity }) => (product ? [{ quantity, ...product.price }] : []))
  const [first] = prices
  if (!first || prices.length < items.length) return undefined
  return totalOf(
    prices.map(({ quantity, amount }) => ({ quantity, unitPrice: amount })),
    first.currency,
  )
}
