import type { QueryClient } from '@tanstack/react-query'
import { isNotFound } from '../../shared/api/failures.ts'
import { productQuery } from '../../shared/api/get-product.ts'
import { cartQuery } from './api/get-cart.ts'
import { type PricedCart, type ProductAnswer, priceCart } from './priced-cart.ts'

/** The cart and its prices as the shop has them at this moment; pages that show them show them too. */
export async function freshCart(client: QueryClient): Promise<PricedCart> {
  const cart = await client.fetchQuery({ ...cartQuery, staleTime: 0 })
  return priceCart(cart, await Promise.all(cart.lines.map(({ sku }) => freshProduct(client, sku))))
}

async function freshProduct(client: QueryClient, sku: string): Promise<ProductAnswer> {
  const query = productQuery(sku)
  try {
    return { data: await client.fetchQuery({ ...query, staleTime: 0 }), isError: false }
  } catch (error) {
    if (isNotFound(error)) return { data: undefined, isError: true }
    // Nobody answered: what was known before counts, and the shop checks it all again.
    return { data: client.getQueryData(query.queryKey), isError: false }
  }
}
