import { queryOptions } from '@tanstack/react-query'
import { officeRequest } from './office-request.ts'

const changes = ['staff', 'changes']

export const changesQuery = (wanted: { sku?: string; page?: number; pageSize?: number }) =>
  queryOptions({
    queryKey: [...changes, wanted],
    queryFn: ({ signal }) => officeRequest('listChanges', { query: wanted, signal }),
    staleTime: 0,
  })
