import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../shared/api/request.ts'

export const categoriesQuery = queryOptions({
  queryKey: ['categories'],
  queryFn: ({ signal }) => request('listCategories', { signal }),
  staleTime: 10 * 60_000,
})
