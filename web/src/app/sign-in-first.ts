import type { QueryClient } from '@tanstack/react-query'
import { redirect } from '@tanstack/react-router'
import { isSignInNeeded } from '../shared/api/failures.ts'
import { sessionQuery } from '../shared/api/get-session.ts'

/** Only pages of this shop: whoever sends a link must not choose where a shopper ends up. */
export const pageOfShop = (to: unknown): string | undefined =>
  typeof to === 'string' && /^\/(?![/\\])[^\\\s]*$/.test(to) ? to : undefined

const toSignIn = (href: string) => redirect({ to: '/account/sign-in', search: { to: href } })

/** For pages of an account: whoever is not signed in does that first, and comes back. */
export async function signInFirst(queries: QueryClient, href: string): Promise<void> {
  const { account } = await queries.ensureQueryData(sessionQuery)
  if (!account) throw toSignIn(href)
}

/** For what may turn out to be an account's. */
export const orSignIn =
  (href: string) =>
  (error: unknown): never => {
    throw isSignInNeeded(error) ? toSignIn(href) : error
  }
