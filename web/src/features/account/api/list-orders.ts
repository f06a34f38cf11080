import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { request } from '../../../shared/api/request.ts'

export const ordersQuery = (page: number) =>
  queryOptions({
    queryKey: ['orders', page],
    queryFn: () => request('listOrders', { query: { page } }),
    // Orders move on by themselves.
    staleTime: 0,
    placeholderData: keepPreviousData,
  })
