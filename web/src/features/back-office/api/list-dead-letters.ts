import { listName } from '@aos/contracts/dead-letter-addresses'
import type { ServiceWithDatabase } from '@aos/contracts/services'
import { queryOptions } from '@tanstack/react-query'
import { officeRequest } from './office-request.ts'

const letters = ['staff', 'dead-letters']

export const deadLettersOf = (service: ServiceWithDatabase) => [...letters, service]

/** Each service has its own, and may fail on its own. */
export const deadLettersQuery = (service: ServiceWithDatabase, pageSize = 100) =>
  queryOptions({
    queryKey: [...deadLettersOf(service), pageSize],
    queryFn: ({ signal }) => officeRequest(listName(service), { query: { pageSize }, signal }),
    staleTime: 0,
  })
