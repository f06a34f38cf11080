import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../shared/api/request.ts'

export const categoriesQuery = queryOptions({
  queryKey: ['categories'],
  queryFn: () => request('listCategories', {}),
  staleTime: 10 * 60_000,
})
