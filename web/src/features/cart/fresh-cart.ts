import type { QueryClient } from '@tanstack/react-query'
import { cartQuery } from './api/get-cart.ts'
import { cartProductsQuery } from './api/get-cart-products.ts'
import { type PricedCart, priceCart } from './priced-cart.ts'

/** The cart and its prices as the shop has them at this moment; pages that show them show them too. */
export async function freshCart(client: QueryClient): Promise<PricedCart> {
  const cart = await client.fetchQuery({ ...cartQuery, staleTime: 0 })
  return priceCart(cart, await client.fetchQuery({ ...cartProductsQuery(cart), staleTime: 0 }))
}
