import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../shared/api/request.ts'

export const staffCategoriesQuery = queryOptions({
  queryKey: ['staff', 'categories'],
  queryFn: ({ signal }) => request('listStaffCategories', { signal }),
})
