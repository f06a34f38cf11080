import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, expect, it, vi } from 'vitest'
import { cartQuery } from '../features/cart/api/get-cart.ts'
import { categoriesQuery } from '../features/catalogue/api/get-categories.ts'
import { productsQuery } from '../features/catalogue/api/get-products.ts'
import { relatedQuery } from '../features/catalogue/api/get-related.ts'
import { orderQuery } from '../features/order/api/get-order.ts'
import { checkoutQuery } from '../shared/api/get-checkout.ts'
import { productQuery } from '../shared/api/get-product.ts'
import { sessionQuery } from '../shared/api/get-session.ts'

afterEach(() => vi.unstubAllGlobals())

const queries = {
  cart: cartQuery,
  categories: categoriesQuery,
  products: productsQuery({}),
  order: orderQuery('id'),
  checkout: checkoutQuery,
  product: productQuery('KET-001'),
  related: relatedQuery('KET-001'),
  session: sessionQuery,
}

it.each(Object.entries(queries))(
  'a page that waits for %s gets it, although a part of the page that wanted it too has gone',
  async (_, query) => {
    const answer = Promise.withResolvers<Response>()
    vi.stubGlobal('fetch', (_: string, { signal }: RequestInit) => {
      signal?.addEventListener('abort', () => answer.reject(signal.reason))
      return answer.promise
    })
    const client = new QueryClient()
    // biome-ignore lint/suspicious/noExplicitAny: each query has a type of its own
    const waiting = client.fetchQuery(query as any)
    const leave = new QueryObserver(client, query as never).subscribe(() => {})
    leave()
    answer.resolve(Response.json({ there: true }))
    await expect(waiting).resolves.toEqual({ there: true })
  },
)
