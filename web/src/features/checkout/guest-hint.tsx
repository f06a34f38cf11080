import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { sessionQuery } from '../../shared/api/get-session.ts'
import { checkout as words } from '../../shared/messages/checkout.ts'

/** Guests come first. */
export function GuestHint() {
  const { data: session } = useQuery(sessionQuery)
  if (session?.account) return null
  return (
    <p className="mt-3 text-muted">
      {words.guest.beforeLink}
      <Link
        to="/account/sign-in"
        search={{ to: '/checkout' }}
        className="underline underline-offset-4 hover:text-ink"
      >
        {words.guest.link}
      </Link>
      {words.guest.afterLink}
    </p>
  )
}
