import type { Cart, Product } from '@aos/contracts/http'
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { isNotFound } from '../../../shared/api/failures.ts'
import { productQuery } from '../../../shared/api/get-product.ts'

/** What the catalogue says now of what is in the cart; `gone`: it is no longer sold. */
export type CartProducts = Readonly<Record<string, Product | 'gone'>>

/** One query for all, since they are shown, and their prices added up, together. */
export const cartProductsQuery = ({ lines }: Cart) => {
  const skus = lines.map(({ sku }) => sku)
  return queryOptions({
    queryKey: ['cart products', ...skus],
    queryFn: async ({ client }): Promise<CartProducts> =>
      Object.fromEntries(await Promise.all(skus.map(async (sku) => [sku, await productNow(client, sku)]))),
  })
}

async function productNow(client: QueryClient, sku: string): Promise<Product | 'gone'> {
  const query = productQuery(sku)
  try {
    return await client.fetchQuery({ ...query, staleTime: 0, retry: false })
  } catch (error) {
    if (isNotFound(error)) return 'gone'
    // Nobody answered: what was known before counts, and the shop checks it all again.
    const known = client.getQueryData(query.queryKey)
    if (known) return known
    throw error
  }
}
