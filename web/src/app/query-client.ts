import { QueryClient } from '@tanstack/react-query'
import { isFinal } from '../shared/api/failures.ts'

/**
 * Queries do not hand their abort signal on: then a part of the page that goes would cancel the request
 * under the rest of the page that waits for it, and that would count as a fault.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, error) => failures < 2 && !isFinal(error),
      // A request that fails says so; whether the browser believes to be online does not matter.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})
