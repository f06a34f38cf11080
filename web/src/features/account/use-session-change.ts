import type { Session } from '@aos/contracts/account'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { changeSession } from './change-session.ts'

/** The page that is gone to may be any page of the shop, by its address. */
export function useSessionChange(): (session: Session, goTo: string) => Promise<void> {
  const client = useQueryClient()
  const router = useRouter()
  return (session, goTo) => changeSession(client, session, () => router.navigate({ href: goTo }))
}
