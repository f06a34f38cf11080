import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { sessionQuery } from '../../shared/api/get-session.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { PageHeading } from '../../shared/ui/page-heading.tsx'
import { signOut } from './api/sign-out.ts'
import { useSessionChange } from './use-session-change.ts'
import { VerifyNotice } from './verify-notice.tsx'

const places = [
  { to: '/account/orders', name: 'Your orders', text: 'All that you ordered, and how far it is.' },
  { to: '/account/addresses', name: 'Your addresses', text: 'Where your parcels go.' },
  { to: '/account/delete', name: 'Delete your account', text: 'We keep your orders, without you.' },
] as const

const office = {
  to: '/admin',
  name: 'Back office',
  text: 'Products, stock and orders of the store.',
} as const

export function Account() {
  const { data: session } = useSuspenseQuery(sessionQuery)
  const change = useSessionChange()
  const leave = useMutation({
    mutationFn: signOut,
    onSuccess: () => change({ ...session, account: undefined }, '/'),
  })
  const { account } = session
  if (!account) return null
  return (
    <div className="grid gap-8 pt-10 sm:pt-16">
      <div>
        <PageHeading title="Your account">Hello {account.name}</PageHeading>
        <p className="mt-3 text-muted">{account.email}</p>
      </div>
      {!account.emailVerified && <VerifyNotice email={account.email} />}
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {(account.roles.includes('staff') ? [...places, office] : places).map(({ to, name, text }) => (
          <li key={to}>
            <Link to={to} className="card block h-full p-6 hover:border-strong-line">
              <span className="block font-display text-2xl font-semibold">{name}</span>
              <span className="mt-2 block text-muted">{text}</span>
            </Link>
          </li>
        ))}
      </ul>
      {leave.isError && (
        <Notice alert tone="trouble" title="You are still signed in">
          {leave.error.message}
        </Notice>
      )}
      <Button
        look="quiet"
        className="justify-self-start"
        onClick={() => leave.mutate()}
        disabled={leave.isPending}
      >
        Sign out
      </Button>
    </div>
  )
}
