import { QueryClient } from '@tanstack/react-query'
import { afterEach, expect, it, vi } from 'vitest'
import { cartProductsQuery } from './api/get-cart-products.ts'

afterEach(() => vi.unstubAllGlobals())

it('while the catalogue is away each product is asked for as often as anything else, and no oftener', async () => {
  const fetch = vi.fn(async () => Response.json({ code: 'service-unavailable' }, { status: 503 }))
  vi.stubGlobal('fetch', fetch)
  const client = new QueryClient({ defaultOptions: { queries: { retry: 2, retryDelay: 0 } } })
  const cart = { lines: [{ sku: 'KET-001', quantity: 1 }] }
  await expect(client.fetchQuery(cartProductsQuery(cart))).rejects.toThrow()
  expect(fetch).toHaveBeenCalledTimes(3)
})
