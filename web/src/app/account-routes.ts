import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { ordersQuery } from '../features/account/api/list-orders.ts'
import { sessionQuery } from '../shared/api/get-session.ts'
import { addressesQuery } from '../shared/api/list-addresses.ts'
import { PageOutline } from './outlines.tsx'
import { pageIn } from './page-in.ts'
import { root } from './root-route.ts'
import { pageOfShop, signInFirst } from './sign-in-first.ts'

const pages = () => import('./pages/account-pages.tsx')
/** Who only looks needs no forms. */
const formPages = () => import('./pages/account-form-pages.tsx')

/** Where to go on afterwards, and what a provider complained of. */
interface SignInSearch {
  to?: string
  error?: string
}

function signInSearch({ to, error }: Record<string, unknown>): SignInSearch {
  const page = pageOfShop(to)
  return { ...(page && { to: page }), ...(typeof error === 'string' && { error }) }
}

const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  loader: ({ context: { queries }, location }) => signInFirst(queries, location.href),
  component: lazyRouteComponent(pages, 'AccountPage'),
  pendingComponent: PageOutline,
})

const orders = createRoute({
  getParentRoute: () => root,
  path: '/account/orders',
  validateSearch: pageIn,
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { queries }, location, deps }) => {
    await signInFirst(queries, location.href)
    await queries.ensureQueryData(ordersQuery(deps.page ?? 1))
  },
  component: lazyRouteComponent(pages, 'OrdersPage'),
  pendingComponent: PageOutline,
})

const addresses = createRoute({
  getParentRoute: () => root,
  path: '/account/addresses',
  loader: async ({ context: { queries }, location }) => {
    await signInFirst(queries, location.href)
    await queries.ensureQueryData(addressesQuery)
  },
  component: lazyRouteComponent(formPages, 'AddressesPage'),
  pendingComponent: PageOutline,
})

const deletion = createRoute({
  getParentRoute: () => root,
  path: '/account/delete',
  loader: ({ context: { queries }, location }) => signInFirst(queries, location.href),
  component: lazyRouteComponent(formPages, 'DeleteAccountPage'),
  pendingComponent: PageOutline,
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/account/sign-in',
  validateSearch: signInSearch,
  loader: ({ context: { queries } }) => queries.ensureQueryData(sessionQuery),
  component: lazyRouteComponent(() => import('./pages/sign-in-page.tsx'), 'SignInPage'),
})

const register = createRoute({
  getParentRoute: () => root,
  path: '/account/register',
  validateSearch: signInSearch,
  component: lazyRouteComponent(formPages, 'RegisterPage'),
})

const forgotPassword = createRoute({
  getParentRoute: () => root,
  path: '/account/forgot-password',
  component: lazyRouteComponent(formPages, 'ForgotPasswordPage'),
})

const resetPassword = createRoute({
  getParentRoute: () => root,
  path: '/account/reset-password',
  component: lazyRouteComponent(formPages, 'ResetPasswordPage'),
})

const verifyEmail = createRoute({
  getParentRoute: () => root,
  path: '/account/verify',
  component: lazyRouteComponent(formPages, 'VerifyEmailPage'),
})

export const accountRoutes = [
  account,
  orders,
  addresses,
  deletion,
  signIn,
  register,
  forgotPassword,
  resetPassword,
  verifyEmail,
] as const
