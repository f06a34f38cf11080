import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../shared/api/request.ts'

export interface CatalogueSearch {
  category?: string
  page?: number
}

/** Divides by 2, 3 and 4: every row of the grid is full. */
const pageSize = 12

export const productsQuery = (search: CatalogueSearch) =>
  queryOptions({
    queryKey: ['products', search.category, search.page],
    queryFn: () => request('listProducts', { query: { ...search, pageSize } }),
  })
