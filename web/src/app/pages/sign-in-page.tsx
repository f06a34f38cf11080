import { getRouteApi } from '@tanstack/react-router'
import { SignIn } from '../../features/account/sign-in.tsx'

const route = getRouteApi('/account/sign-in')

export function SignInPage() {
  const { to = '/account', error } = route.useSearch()
  return <SignIn to={to} error={error} />
}
