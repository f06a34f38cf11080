import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../shared/api/request.ts'

export const orderRecordQuery = (id: string) =>
  queryOptions({
    queryKey: ['staff', 'order', id],
    queryFn: ({ signal }) => request('getOrderRecord', { params: { id }, signal }),
    staleTime: 0,
  })
