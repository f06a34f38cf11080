import { getRouteApi } from '@tanstack/react-router'
import { OrderHistory } from '../../features/account/order-history.tsx'
import { Register } from '../../features/account/register.tsx'
import { SignIn } from '../../features/account/sign-in.tsx'

export { Account as AccountPage } from '../../features/account/account.tsx'
export { Addresses as AddressesPage } from '../../features/account/addresses.tsx'
export { DeleteAccount as DeleteAccountPage } from '../../features/account/delete-account.tsx'
export { ForgotPassword as ForgotPasswordPage } from '../../features/account/forgot-password.tsx'
export { ResetPassword as ResetPasswordPage } from '../../features/account/reset-password.tsx'
export { VerifyEmail as VerifyEmailPage } from '../../features/account/verify-email.tsx'

const home = '/account'
const signIn = getRouteApi('/account/sign-in')
const register = getRouteApi('/account/register')
const orders = getRouteApi('/account/orders')

export function SignInPage() {
  const { to = home, error } = signIn.useSearch()
  return <SignIn to={to} error={error} />
}

export function RegisterPage() {
  const { to = home } = register.useSearch()
  return <Register to={to} />
}

export function OrdersPage() {
  const { page = 1 } = orders.useSearch()
  return <OrderHistory page={page} />
}
