import { queryOptions } from '@tanstack/react-query'
import { request } from './request.ts'

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: () => request('getSession', {}),
  staleTime: 5 * 60_000,
})
