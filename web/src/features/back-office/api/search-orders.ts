import { queryOptions } from '@tanstack/react-query'
import type { OfficeSearch } from '../office-search.ts'
import { officeRequest } from './office-request.ts'

type Wanted = Pick<OfficeSearch, 'q' | 'status' | 'page'> & { attention?: 'true'; pageSize?: number }

export const staffOrdersQuery = (wanted: Wanted) =>
  queryOptions({
    queryKey: ['staff', 'orders', wanted],
    queryFn: ({ signal }) => officeRequest('searchOrders', { query: wanted, signal }),
    staleTime: 0,
  })
