import type { Session } from '@aos/contracts/account'
import { type Query, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { sessionQuery } from '../../shared/api/get-session.ts'

const isOfSomebody = ({ queryKey }: Query): boolean => queryKey[0] !== sessionQuery.queryKey[0]

/**
 * After signing in or out: what was known was somebody else's, so nothing of it stays.
 * The page that is gone to may be any page of the shop, by its address.
 */
export function useSessionChange(): (session: Session, goTo: string) => Promise<void> {
  const client = useQueryClient()
  const router = useRouter()
  return async (session, goTo) => {
    await client.cancelQueries()
    client.setQueryData(sessionQuery.queryKey, session)
    client.removeQueries({ predicate: isOfSomebody, type: 'inactive' })
    await router.navigate({ href: goTo })
    // What the header and the page show is asked for anew.
    await client.resetQueries({ predicate: isOfSomebody })
  }
}
