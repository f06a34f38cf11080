import { keepPreviousData, type QueryKey, type UseQueryOptions, useQuery } from '@tanstack/react-query'
import { nothingKnown } from '../../shared/api/failures.ts'

/** What was shown stays until the next is there; without anything to show, a fault is the page's. */
export const useShown = <Data, Key extends QueryKey>(options: UseQueryOptions<Data, Error, Data, Key>) =>
  useQuery({
    ...options,
    placeholderData: keepPreviousData,
    throwOnError: nothingKnown,
  })
