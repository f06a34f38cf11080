import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../shared/api/request.ts'

export const cartQuery = queryOptions({
  queryKey: ['cart'],
  // Without the signal: a page waits for it, and must not lose it when something else that shows it goes.
  queryFn: () => request('getCart', {}),
})
