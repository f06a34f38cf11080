import { queryOptions } from '@tanstack/react-query'
import { officeRequest } from './office-request.ts'

export const staffProductQuery = (sku: string) =>
  queryOptions({
    queryKey: ['staff', 'product', sku],
    queryFn: ({ signal }) => officeRequest('getStaffProduct', { params: { sku }, signal }),
    staleTime: 0,
  })
