import { useQuery } from '@tanstack/react-query'
import { lazyRouteComponent } from '@tanstack/react-router'
import { Suspense } from 'react'
import { sessionQuery } from '../../shared/api/get-session.ts'
import type { Contact } from './contact.ts'

const AccountHolder = lazyRouteComponent(() => import('./account-holder.tsx'), 'AccountHolder')

interface KnownShopperProps {
  contact: Contact
  onChange(part: Partial<Contact>): void
}

/** Who has an account is spared some typing. */
export function KnownShopper(props: KnownShopperProps) {
  const { data: session } = useQuery(sessionQuery)
  return session?.account ? (
    <Suspense>
      <AccountHolder account={session.account} {...props} />
    </Suspense>
  ) : null
}
