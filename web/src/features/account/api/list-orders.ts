import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { request } from '../../../shared/api/request.ts'

export const ordersQuery = (page: number) =>
  queryOptions({
    queryKey: ['orders', page],
    queryFn: ({ signal }) => request('listOrders', { query: { page }, signal }),
    // Orders move on by themselves.
    staleTime: 0,
    placeholderData: keepPreviousData,
  })
