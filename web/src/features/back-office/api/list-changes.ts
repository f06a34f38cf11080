import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../shared/api/request.ts'

const changes = ['staff', 'changes']

export const changesQuery = (wanted: { sku?: string; page?: number; pageSize?: number }) =>
  queryOptions({
    queryKey: [...changes, wanted],
    queryFn: ({ signal }) => request('listChanges', { query: wanted, signal }),
    staleTime: 0,
  })
