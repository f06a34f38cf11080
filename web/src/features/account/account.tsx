import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { sessionQuery } from '../../shared/api/get-session.ts'
import { account } from '../../shared/messages/account.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { PageHeading } from '../../shared/ui/page-heading.tsx'
import { signOut } from './api/sign-out.ts'
import { useSessionChange } from './use-session-change.ts'
import { VerifyNotice } from './verify-notice.tsx'

function placesFor(roles: readonly string[]) {
  const { yourOrders, yourAddresses, deleteYourAccount, home } = account
  const places = [
    { to: '/account/orders', name: yourOrders, text: home.orders },
    { to: '/account/addresses', name: yourAddresses, text: home.addresses },
    { to: '/account/delete', name: deleteYourAccount, text: home.deletion },
  ] as const
  const office = { to: '/admin', name: home.office, text: home.officeIs } as const
  return roles.includes('staff') ? [...places, office] : places
}

export function Account() {
  const { data: session } = useSuspenseQuery(sessionQuery)
  const change = useSessionChange()
  const leave = useMutation({
    mutationFn: signOut,
    onSuccess: () => change({ ...session, account: undefined }, '/'),
  })
  const { account: own } = session
  if (!own) return null
  const words = account.home
  return (
    <div className="grid gap-8 pt-10 sm:pt-16">
      <div>
        <PageHeading title={words.title}>{words.hello(own.name)}</PageHeading>
        <p className="mt-3 text-muted">{own.email}</p>
      </div>
      {!own.emailVerified && <VerifyNotice email={own.email} />}
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {placesFor(own.roles).map(({ to, name, text }) => (
          <li key={to}>
            <Link to={to} className="card block h-full p-6 hover:border-strong-line">
              <span className="block font-display text-2xl font-semibold">{name}</span>
              <span className="mt-2 block text-muted">{text}</span>
            </Link>
          </li>
        ))}
      </ul>
      {leave.isError && (
        <Notice alert tone="trouble" title={words.stillSignedIn}>
          {leave.error.message}
        </Notice>
      )}
      <Button
        look="quiet"
        className="justify-self-start"
        onClick={() => leave.mutate()}
        disabled={leave.isPending}
      >
        {words.signOut}
      </Button>
    </div>
  )
}
