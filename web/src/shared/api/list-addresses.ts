import { queryOptions } from '@tanstack/react-query'
import { request } from './request.ts'

export const addressesQuery = queryOptions({
  queryKey: ['addresses'],
  queryFn: () => request('listAddresses', {}),
})
