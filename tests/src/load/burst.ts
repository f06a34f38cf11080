import type { LookupFunction } from 'node:net'
import type { PlaceOrder, Product } from '@aos/contracts/http'
import type { Money } from '@aos/contracts/money'
import { type Pricing, termsOf, totalsOf, usualPricing } from '@aos/contracts/pricing'
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
    const [products, pricing] = await Promise.all([shoppers.products(), shoppers.pricing()])
    const waiting = mixOf(orders, kinds).entries()
    const placed: Placed[] = []
    const shopUntilDone = async () => {
      for (const [i, kind] of waiting) {
        const one = await shoppers.place(anOrder(products, i, pricing), kind)
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

/** One or two products, others each time, for a customer of its own; every fifth comes by the last delivery. */
export function anOrder(
  products: readonly Product[],
  i: number,
  pricing: Pricing = usualPricing,
): PlaceOrder {
  const chosen = [
    products[i % products.length],
    ...(i % 3 === 0 ? [products[(i * 7 + 1) % products.length]] : []),
  ]
  const lines = [...new Set(chosen)].flatMap((product) =>
    product ? [{ product, quantity: 1 + (i % 2) }] : [],
  )
  const amount = lines.reduce((sum, { product, quantity }) => sum + product.price.amount * quantity, 0)
  const currency = products[0]?.price.currency ?? 'EUR'
  const delivery = pricing.deliveries.at(i % 5 === 4 ? -1 : 0)?.id
  return {
    lines: lines.map(({ product, quantity }) => ({ sku: product.sku, quantity })),
    ...toPay({ amount, currency }, delivery, pricing),
    customer: {
      name: `Shopper ${i}`,
      email: `shopper-${i}@example.com`,
      address: { street: `${i} Market Street`, postalCode: '10115', city: 'Berlin', country: 'DE' },
    },
    paymentMethod: 'pm_card_visa',
  }
}

/** How the parcel comes, and the total as the shop's own page would show it. */
export function toPay(
  items: Money,
  delivery: string | undefined,
  pricing: Pricing = usualPricing,
): Pick<PlaceOrder, 'delivery' | 'total'> {
  const terms = termsOf(pricing, delivery)
  if (!terms) throw new Error(`there is no delivery ${delivery}`)
  return { delivery, total: totalsOf(items, terms).total }
}
