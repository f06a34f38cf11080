import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../shared/api/request.ts'

export const staffProductQuery = (sku: string) =>
  queryOptions({
    queryKey: ['staff', 'product', sku],
    queryFn: ({ signal }) => request('getStaffProduct', { params: { sku }, signal }),
    staleTime: 0,
  })
