import { queryOptions } from '@tanstack/react-query'
import { request } from './request.ts'

export const productQuery = (sku: string) =>
  queryOptions({
    queryKey: ['product', sku],
    queryFn: ({ signal }) => request('getProduct', { params: { sku }, signal }),
  })
