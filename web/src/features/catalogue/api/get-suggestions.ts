import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { request } from '../../../shared/api/request.ts'

const shortest = 2

export const suggestionsQuery = (q: string) =>
  queryOptions({
    queryKey: ['suggestions', q],
    queryFn: () => request('suggest', { query: { q } }),
    enabled: q.length >= shortest,
    placeholderData: keepPreviousData,
    // While somebody types, an answer that fails is one that does not come.
    retry: false,
  })
