import { getRouteApi } from '@tanstack/react-router'
import { Register } from '../../features/account/register.tsx'

export { Addresses as AddressesPage } from '../../features/account/addresses.tsx'
export { DeleteAccount as DeleteAccountPage } from '../../features/account/delete-account.tsx'
export { ForgotPassword as ForgotPasswordPage } from '../../features/account/forgot-password.tsx'
export { ResetPassword as ResetPasswordPage } from '../../features/account/reset-password.tsx'
export { VerifyEmail as VerifyEmailPage } from '../../features/account/verify-email.tsx'

const register = getRouteApi('/account/register')

export function RegisterPage() {
  const { to = '/account' } = register.useSearch()
  return <Register to={to} />
}
