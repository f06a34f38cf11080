import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { nothingKnown } from '../../shared/api/failures.ts'
import { productsQuery } from './api/get-products.ts'
import type { ListingSearch } from './listing-search.ts'

/** What was shown stays until the next is there, so that nothing jumps and the focus is not lost. */
export const useListed = (search: ListingSearch, pageSize?: number) =>
  useQuery({
    ...productsQuery(search, pageSize),
    placeholderData: keepPreviousData,
    throwOnError: nothingKnown,
  })
