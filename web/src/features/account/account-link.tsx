import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { sessionQuery } from '../../shared/api/get-session.ts'
import { shell } from '../../shared/messages/shell.ts'
import { Icon } from '../../shared/ui/icon.tsx'

/** In the header: to the account, or to where one signs in. */
export function AccountLink() {
  const { data: session } = useQuery(sessionQuery)
  const look = 'flex min-h-11 items-center gap-2 rounded-full px-3 font-medium hover:bg-sunken'
  return (
    <Link to="/account" className={look}>
      <Icon name="person" className="size-6" />
      <span className="max-sm:sr-only">{session?.account ? shell.account : shell.signIn}</span>
    </Link>
  )
}
