import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
} from '@tanstack/react-router'
import { cartQuery } from '../features/cart/api/get-cart.ts'
import { CartSkeleton } from '../features/cart/cart-skeleton.tsx'
import { categoriesQuery } from '../features/catalogue/api/get-categories.ts'
import { type CatalogueSearch, productsQuery } from '../features/catalogue/api/get-products.ts'
import { CatalogueSkeleton } from '../features/catalogue/catalogue-skeleton.tsx'
import { ProductSkeleton } from '../features/catalogue/product-skeleton.tsx'
import { orderQuery } from '../features/order/api/get-order.ts'
import { OrderSkeleton } from '../features/order/order-skeleton.tsx'
import { isNotFound } from '../shared/api/failures.ts'
import { checkoutQuery } from '../shared/api/get-checkout.ts'
import { productQuery } from '../shared/api/get-product.ts'
import { beginAction } from '../shared/api/trace.ts'
import { Layout } from './layout.tsx'
import { NotFound } from './not-found.tsx'
import { queryClient } from './query-client.ts'
import { RouteError } from './route-error.tsx'

const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: Layout,
  notFoundComponent: NotFound,
})

const catalogue = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: catalogueSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, deps }) =>
    Promise.all([queries.ensureQueryData(categoriesQuery), queries.ensureQueryData(productsQuery(deps))]),
  component: lazyRouteComponent(() => import('./pages/catalogue-page.tsx'), 'CataloguePage'),
  pendingComponent: CatalogueSkeleton,
})

const product = createRoute({
  getParentRoute: () => root,
  path: '/products/$sku',
  loader: ({ context: { queries }, params }) =>
    queries.ensureQueryData(productQuery(params.sku)).catch(orNotFound),
  component: lazyRouteComponent(() => import('./pages/product-page.tsx'), 'ProductPage'),
  pendingComponent: ProductSkeleton,
})

const cart = createRoute({
  getParentRoute: () => root,
  path: '/cart',
  loader: ({ context: { queries } }) => loadCart(queries),
  component: lazyRouteComponent(() => import('./pages/cart-page.tsx'), 'CartPage'),
  pendingComponent: CartSkeleton,
})

const checkout = createRoute({
  getParentRoute: () => root,
  path: '/checkout',
  loader: ({ context: { queries } }) =>
    Promise.all([loadCart(queries), queries.prefetchQuery(checkoutQuery)]),
  component: lazyRouteComponent(() => import('./pages/checkout-page.tsx'), 'CheckoutPage'),
  pendingComponent: CartSkeleton,
})

const order = createRoute({
  getParentRoute: () => root,
  path: '/orders/$id',
  loader: ({ context: { queries }, params }) =>
    queries.ensureQueryData(orderQuery(params.id)).catch(orNotFound),
  component: lazyRouteComponent(() => import('./pages/order-page.tsx'), 'OrderPage'),
  pendingComponent: OrderSkeleton,
})

export const router = createRouter({
  routeTree: root.addChildren([catalogue, product, cart, checkout, order]),
  context: { queries: queryClient },
  defaultPreload: 'intent',
  // Fresh or not is for the query client to say.
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 250,
  defaultErrorComponent: RouteError,
  scrollRestoration: true,
})

router.subscribe('onBeforeNavigate', beginAction)

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

/** The address may hold anything: what makes no sense is left out. */
function catalogueSearch({ category, page }: Record<string, unknown>): CatalogueSearch {
  return {
    ...(typeof category === 'string' && category && { category }),
    ...(Number.isInteger(page) && Number(page) > 1 && { page: Number(page) }),
  }
}

async function loadCart(queries: QueryClient): Promise<void> {
  const { lines } = await queries.fetchQuery(cartQuery)
  await Promise.all(lines.map(({ sku }) => queries.prefetchQuery(productQuery(sku))))
}

function orNotFound(error: unknown): never {
  throw isNotFound(error) ? notFound() : error
}
