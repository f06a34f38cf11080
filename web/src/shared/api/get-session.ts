import { queryOptions } from '@tanstack/react-query'
import { request } from './request.ts'

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  // Without the signal: a page waits for it, and must not lose it when something else that shows it goes.
  queryFn: () => request('getSession', {}),
  staleTime: 5 * 60_000,
})
