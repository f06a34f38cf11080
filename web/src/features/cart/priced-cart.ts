import { totalOf } from '@aos/contracts/amounts'
import type { Cart, Product } from '@aos/contracts/http'
import type { Money } from '@aos/contracts/money'
import type { Line } from '@aos/contracts/order-parts'
import { cart as words } from '../../shared/messages/cart.ts'
import type { CartProducts } from './api/get-cart-products.ts'
import { countOf } from './cart-count.ts'

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

export function priceCart(cart: Cart, products: CartProducts = {}): PricedCart {
  const items = cart.lines.map((line) => {
    const found = products[line.sku]
    return { ...line, product: found === 'gone' ? undefined : found, lost: found === 'gone' }
  })
  return { items, count: countOf(cart), etag: cart.etag, total: totalOfItems(items) }
}

/** Why a line cannot be ordered as it is; undefined while that is not known, and when it can. */
export function troubleOf({ product, quantity, lost }: CartItem): string | undefined {
  if (lost) return words.trouble.lost
  if (!product || product.available >= quantity) return undefined
  return product.available > 0 ? words.trouble.tooMany(product.available) : words.trouble.soldOut
}

export const hasTrouble = ({ items }: Pick<PricedCart, 'items'>): boolean =>
  items.some((item) => troubleOf(item) !== undefined)

function totalOfItems(items: CartItem[]): Money | undefined {
  const prices = items.flatMap(({ product, quantity }) => (product ? [{ quantity, ...product.price }] : []))
  const [first] = prices
  if (!first || prices.length < items.length) return undefined
  return totalOf(
    prices.map(({ quantity, amount }) => ({ quantity, unitPrice: amount })),
    first.currency,
  )
}
