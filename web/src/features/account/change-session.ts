import type { Session } from '@aos/contracts/account'
import type { Query, QueryClient } from '@tanstack/react-query'
import { sessionQuery } from '../../shared/api/get-session.ts'
import { clearTab } from '../../shared/session-slot.ts'

const isOfSomebody = ({ queryKey }: Query): boolean => queryKey[0] !== sessionQuery.queryKey[0]

/** After signing in or out: what was known was somebody else's, so nothing of it stays. */
export async function changeSession(
  client: QueryClient,
  session: Session,
  goOn: () => Promise<void>,
): Promise<void> {
  // Who signs in goes on with what they said as a guest.
  if (!session.account) clearTab()
  await client.cancelQueries()
  client.setQueryData(sessionQuery.queryKey, session)
  client.removeQueries({ predicate: isOfSomebody, type: 'inactive' })
  await goOn()
  // What the header and the page show is asked for anew. What is under way was asked for by the new one, and
  // cancelling it would be a fault of the page that waits for it.
  await client.resetQueries({ predicate: isOfSomebody, fetchStatus: 'idle' })
}
