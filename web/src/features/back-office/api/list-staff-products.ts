import { queryOptions } from '@tanstack/react-query'
import type { OfficeSearch } from '../office-search.ts'
import { officeRequest } from './office-request.ts'

const staffProducts = ['staff', 'products']

export const staffProductsQuery = (wanted: OfficeSearch) =>
  queryOptions({
    queryKey: [...staffProducts, wanted],
    queryFn: ({ signal }) => officeRequest('listStaffProducts', { query: wanted, signal }),
    // Somebody else may be selling or editing right now.
    staleTime: 0,
  })
