import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../shared/api/request.ts'
import type { OfficeSearch } from '../office-search.ts'

const staffProducts = ['staff', 'products']

export const staffProductsQuery = (wanted: OfficeSearch) =>
  queryOptions({
    queryKey: [...staffProducts, wanted],
    queryFn: ({ signal }) => request('listStaffProducts', { query: wanted, signal }),
    // Somebody else may be selling or editing right now.
    staleTime: 0,
  })
