import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../shared/api/request.ts'

export const relatedQuery = (sku: string) =>
  queryOptions({
    queryKey: ['related', sku],
    queryFn: () => request('listRelated', { params: { sku } }),
  })
