import { listName } from '@aos/contracts/dead-letter-addresses'
import type { ServiceWithDatabase } from '@aos/contracts/services'
import { queryOptions } from '@tanstack/react-query'
import { officeRequest } from './office-request.ts'

const letters = ['staff', 'dead-letters']

export const deadLettersOf = (service: ServiceWithDatabase) => [...letters, service]

/** Each service has its own, and may fail on its own. */
export const deadLettersQuery = (service: ServiceWithDatabase, query: { page?: number; pageSize?: number }) =>
  queryOptions({
    queryKey: [...deadLettersOf(service), query],
    queryFn: ({ signal }) => officeRequest(listName(service), { query, signal }),
    staleTime: 0,
  })
