import type { LookupFunction } from 'node:net'
import type { PlaceOrder, Product } from '@aos/contracts/http'
import { type Kind, mixOf } from './kinds.ts'
import { type Placed, Shoppers } from './shopper.ts'

interface Options {
  shop: string
  lookup?: LookupFunction
  orders: number
  inFlight?: number
  kinds?: readonly Kind[]
  onPlaced?: (placed: Placed) => void
}

/** Places orders, so many at once, until each was answered with 2xx. */
export async function burst({
  shop,
  lookup,
  orders,
  inFlight = 32,
  kinds,
  onPlaced,
}: Options): Promise<Placed[]> {
  const shoppers = new Shoppers(shop, lookup)
  try {
    const products = await shoppers.products()
    const waiting = mixOf(orders, kinds).entries()
    const placed: Placed[] = []
    const shopUntilDone = async () => {
      for (const [i, kind] of waiting) {
        const one = await shoppers.place(anOrder(products, i), kind)
        placed.push(one)
        onPlaced?.(one)
      }
    }
    await Promise.all(Array.from({ length: inFlight }, shopUntilDone))
    return placed
  } finally {
    await shoppers.close()
  }
}

/** One or two products, others each time, for a customer of its own. */
export function anOrder(products: readonly Product[], i: number): PlaceOrder {
  const chosen = [
    products[i % products.length],
    ...(i % 3 === 0 ? [products[(i * 7 + 1) % products.length]] : []),
  ]
  const lines = [...new Set(chosen)].flatMap((product) =>
    product ? [{ product, quantity: 1 + (i % 2) }] : [],
  )
  const amount = lines.reduce((sum, { product, quantity }) => sum + product.price.amount * quantity, 0)
  return {
    lines: lines.map(({ product, quantity }) => ({ sku: product.sku, quantity })),
    total: { amount, currency: products[0]?.price.currency ?? 'EUR' },
    customer: {
      name: `Shopper ${i}`,
      email: `shopper-${i}@example.com`,
      address: { street: `${i} Market Street`, postalCode: '10115', city: 'Berlin', country: 'DE' },
    },
    paymentMethod: 'pm_card_visa',
  }
}
