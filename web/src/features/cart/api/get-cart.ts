import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../shared/api/request.ts'

export const cartQuery = queryOptions({
  queryKey: ['cart'],
  queryFn: () => request('getCart', {}),
})

/** The key of what changes it. */
export const cartMutations = ['cart']
