import { queryOptions } from '@tanstack/react-query'
import { request } from './request.ts'

export const checkoutQuery = queryOptions({
  queryKey: ['checkout'],
  queryFn: () => request('getCheckout', {}),
  staleTime: Number.POSITIVE_INFINITY,
})
