import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../shared/api/request.ts'
import type { ListingSearch } from '../listing-search.ts'

/** Divides by 2, 3 and 4: every row of the grid is full. */
const listed = 12

export const productsCall = ({ min, max, stock, ...search }: ListingSearch, pageSize = listed) => ({
  query: {
    ...search,
    ...(min !== undefined && { priceMin: min }),
    ...(max !== undefined && { priceMax: max }),
    ...(stock && { inStock: 'true' as const }),
    pageSize,
  },
})

export const productsQuery = (search: ListingSearch, pageSize = listed) =>
  queryOptions({
    queryKey: ['products', { ...search, pageSize }],
    queryFn: () => request('listProducts', productsCall(search, pageSize)),
  })
