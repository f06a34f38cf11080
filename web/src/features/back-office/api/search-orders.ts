import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../shared/api/request.ts'
import type { OfficeSearch } from '../office-search.ts'

type Wanted = Pick<OfficeSearch, 'q' | 'status' | 'page'> & { attention?: 'true'; pageSize?: number }

export const staffOrdersQuery = (wanted: Wanted) =>
  queryOptions({
    queryKey: ['staff', 'orders', wanted],
    queryFn: ({ signal }) => request('searchOrders', { query: wanted, signal }),
    staleTime: 0,
  })
