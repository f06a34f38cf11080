import { queryOptions } from '@tanstack/react-query'
import { request } from './request.ts'

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => request('getSession', { signal }),
  staleTime: 5 * 60_000,
})
