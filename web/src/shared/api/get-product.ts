import { queryOptions } from '@tanstack/react-query'
import { request } from './request.ts'

export const productQuery = (sku: string) =>
  queryOptions({
    queryKey: ['product', sku],
    queryFn: () => request('getProduct', { params: { sku } }),
  })
