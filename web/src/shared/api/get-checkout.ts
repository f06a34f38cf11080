import { queryOptions } from '@tanstack/react-query'
import { request } from './request.ts'

export const checkoutQuery = queryOptions({
  queryKey: ['checkout'],
  queryFn: ({ signal }) => request('getCheckout', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
})
