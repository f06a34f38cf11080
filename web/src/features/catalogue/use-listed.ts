import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { productsQuery } from './api/get-products.ts'
import type { ListingSearch } from './listing-search.ts'

/** What was shown stays until the next is there, so that nothing jumps and the focus is not lost. */
export const useListed = (search: ListingSearch) =>
  useQuery({
    ...productsQuery(search),
    placeholderData: keepPreviousData,
    throwOnError: (_, query) => query.state.data === undefined,
  })
