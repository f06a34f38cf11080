import { queryOptions } from '@tanstack/react-query'
import { officeRequest } from './office-request.ts'

export const staffCategoriesQuery = queryOptions({
  queryKey: ['staff', 'categories'],
  queryFn: ({ signal }) => officeRequest('listStaffCategories', { signal }),
})
