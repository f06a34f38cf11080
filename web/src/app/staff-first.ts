import type { QueryClient } from '@tanstack/react-query'
import { sessionQuery } from '../shared/api/get-session.ts'
import { signInFirst } from './sign-in-first.ts'

/** Somebody is signed in who is no staff. */
export class NotStaff extends Error {
  override name = 'NotStaff'
}

/** Spares others the script of the back office; what it shows is refused to them by the services themselves. */
export async function staffFirst(queries: QueryClient, href: string): Promise<void> {
  await signInFirst(queries, href)
  const { account } = await queries.ensureQueryData(sessionQuery)
  if (!account?.roles.includes('staff')) throw new NotStaff('this is for the staff of the store')
}
