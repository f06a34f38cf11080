import { queryOptions } from '@tanstack/react-query'
import { officeRequest } from './office-request.ts'

export const orderRecordQuery = (id: string) =>
  queryOptions({
    queryKey: ['staff', 'order', id],
    queryFn: ({ signal }) => officeRequest('getOrderRecord', { params: { id }, signal }),
    staleTime: 0,
  })
