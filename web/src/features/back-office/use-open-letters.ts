import { type ServiceWithDatabase, servicesWithDatabase } from '@aos/contracts/services'
import { useQueries } from '@tanstack/react-query'
import { deadLettersQuery } from './api/list-dead-letters.ts'
import { ordersIn } from './dead-letter-words.ts'

const MINUTE = 60_000
/** The newest of each service: enough to mark the orders that somebody is likely to look at. */
const LOOKED_AT = 25

interface OpenLetters {
  count: number
  /** Those that the newest letters are about. */
  orders: ReadonlySet<string>
  /** Who did not say. */
  failed: ServiceWithDatabase[]
}

/** What the services refused and nobody has settled yet. */
export function useOpenLetters(): OpenLetters {
  const results = useQueries({
    queries: servicesWithDatabase.map((service) => ({
      ...deadLettersQuery(service, { pageSize: LOOKED_AT }),
      refetchInterval: MINUTE,
    })),
  })
  return {
    count: results.reduce((sum, { data }) => sum + (data?.open ?? 0), 0),
    orders: ordersIn(results.flatMap(({ data }) => data?.letters ?? [])),
    failed: servicesWithDatabase.filter((_, i) => results[i]?.isError),
  }
}
