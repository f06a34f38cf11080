import type { OrderStatus } from '@aos/contracts/journey'
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { pageIn } from './page-in.ts'
import { root } from './root-route.ts'
import { staffFirst } from './staff-first.ts'

const pages = () => import('./pages/admin-pages.tsx')

const views = ['low', 'retired'] as const

interface ProductsSearch {
  q?: string
  view?: (typeof views)[number]
  page?: number
}

const wordsIn = ({ q }: Record<string, unknown>): { q?: string } => {
  // What looks like a number comes as one.
  const words = typeof q === 'string' || typeof q === 'number' ? String(q).trim().slice(0, 100) : ''
  return words ? { q: words } : {}
}

function productsSearch(search: Record<string, unknown>): ProductsSearch {
  const view = views.find((one) => one === search.view)
  return { ...wordsIn(search), ...(view && { view }), ...pageIn(search) }
}

interface OrdersSearch {
  q?: string
  status?: OrderStatus
  page?: number
}

function ordersSearch(search: Record<string, unknown>): OrdersSearch {
  const { status } = search
  // Which ones there are, the service knows; it refuses the others.
  return {
    ...wordsIn(search),
    ...(typeof status === 'string' && { status: status as OrderStatus }),
    ...pageIn(search),
  }
}

interface LettersSearch {
  service?: string
  page?: number
}

const lettersSearch = (search: Record<string, unknown>): LettersSearch => ({
  ...(typeof search.service === 'string' && { service: search.service }),
  ...pageIn(search),
})

const office = createRoute({
  getParentRoute: () => root,
  path: '/admin',
  beforeLoad: ({ context: { queries }, location }) => staffFirst(queries, location.href),
  component: lazyRouteComponent(pages, 'OfficeLayout'),
  errorComponent: lazyRouteComponent(() => import('./office-error.tsx'), 'OfficeError'),
})

const home = createRoute({
  getParentRoute: () => office,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/admin/orders' })
  },
})

const products = createRoute({
  getParentRoute: () => office,
  path: '/products',
  validateSearch: productsSearch,
  component: lazyRouteComponent(pages, 'ProductsPage'),
})

const newProduct = createRoute({
  getParentRoute: () => office,
  path: '/products/new',
  component: lazyRouteComponent(pages, 'NewProductPage'),
})

const product = createRoute({
  getParentRoute: () => office,
  path: '/products/$sku',
  component: lazyRouteComponent(pages, 'ProductPage'),
})

const orders = createRoute({
  getParentRoute: () => office,
  path: '/orders',
  validateSearch: ordersSearch,
  component: lazyRouteComponent(pages, 'OrdersPage'),
})

const order = createRoute({
  getParentRoute: () => office,
  path: '/orders/$id',
  component: lazyRouteComponent(pages, 'OrderPage'),
})

const changes = createRoute({
  getParentRoute: () => office,
  path: '/changes',
  validateSearch: pageIn,
  component: lazyRouteComponent(pages, 'ChangesPage'),
})

const deadLetters = createRoute({
  getParentRoute: () => office,
  path: '/dead-letters',
  validateSearch: lettersSearch,
  component: lazyRouteComponent(pages, 'DeadLettersPage'),
})

export const adminRoutes = office.addChildren([
  home,
  products,
  newProduct,
  product,
  orders,
  order,
  changes,
  deadLetters,
])
