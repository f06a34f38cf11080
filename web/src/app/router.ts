import type { QueryClient } from '@tanstack/react-query'
import { createRoute, createRouter, lazyRouteComponent, notFound } from '@tanstack/react-router'
import { cartQuery } from '../features/cart/api/get-cart.ts'
import { cartProductsQuery } from '../features/cart/api/get-cart-products.ts'
import { CartSkeleton } from '../features/cart/cart-skeleton.tsx'
import { categoriesQuery } from '../features/catalogue/api/get-categories.ts'
import { productsQuery } from '../features/catalogue/api/get-products.ts'
import { relatedQuery } from '../features/catalogue/api/get-related.ts'
import { categorySearch, type ListingSearch, listingSearch } from '../features/catalogue/listing-search.ts'
import { ListingSkeleton } from '../features/catalogue/listing-skeleton.tsx'
import { ProductSkeleton } from '../features/catalogue/product-skeleton.tsx'
import { newest, smallThings } from '../features/catalogue/start-rows.ts'
import { StartSkeleton } from '../features/catalogue/start-skeleton.tsx'
import { orderQuery } from '../features/order/api/get-order.ts'
import { OrderSkeleton } from '../features/order/order-skeleton.tsx'
import { isNotFound } from '../shared/api/failures.ts'
import { checkoutQuery } from '../shared/api/get-checkout.ts'
import { productQuery } from '../shared/api/get-product.ts'
import { beginAction } from '../shared/api/trace.ts'
import { accountRoutes } from './account-routes.ts'
import { adminRoutes } from './admin-routes.ts'
import { queryClient } from './query-client.ts'
import { root } from './root-route.ts'
import { RouteError } from './route-error.tsx'
import { orSignIn } from './sign-in-first.ts'

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  loader: ({ context: { queries } }) =>
    Promise.all([
      queries.ensureQueryData(categoriesQuery),
      queries.ensureQueryData(productsQuery(...newest)),
      queries.ensureQueryData(productsQuery(...smallThings)),
    ]),
  component: lazyRouteComponent(() => import('./pages/start-page.tsx'), 'StartPage'),
  pendingComponent: StartSkeleton,
})

const category = createRoute({
  getParentRoute: () => root,
  path: '/categories/$slug',
  validateSearch: categorySearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { queries }, params, deps, cause }) => {
    const listed = loadList(queries, { ...deps, category: params.slug }, cause)
    const categories = await queries.ensureQueryData(categoriesQuery)
    if (categories.every(({ slug }) => slug !== params.slug)) throw notFound()
    await listed
  },
  component: lazyRouteComponent(() => import('./pages/category-page.tsx'), 'CategoryPage'),
  pendingComponent: ListingSkeleton,
})

const search = createRoute({
  getParentRoute: () => root,
  path: '/search',
  validateSearch: listingSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, deps, cause }) =>
    Promise.all([queries.ensureQueryData(categoriesQuery), loadList(queries, deps, cause)]),
  component: lazyRouteComponent(() => import('./pages/search-page.tsx'), 'SearchPage'),
  pendingComponent: ListingSkeleton,
})

const product = createRoute({
  getParentRoute: () => root,
  path: '/products/$sku',
  loader: ({ context: { queries }, params }) => {
    void queries.prefetchQuery(categoriesQuery)
    void queries.prefetchQuery(relatedQuery(params.sku))
    return queries.ensureQueryData(productQuery(params.sku)).catch(orNotFound)
  },
  component: lazyRouteComponent(() => import('./pages/product-page.tsx'), 'ProductPage'),
  pendingComponent: ProductSkeleton,
})

const cart = createRoute({
  getParentRoute: () => root,
  path: '/cart',
  loader: ({ context: { queries } }) =>
    Promise.all([loadCart(queries), queries.prefetchQuery(checkoutQuery)]),
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

const review = createRoute({
  getParentRoute: () => root,
  path: '/checkout/review',
  loader: ({ context: { queries } }) =>
    Promise.all([loadCart(queries), queries.prefetchQuery(checkoutQuery)]),
  component: lazyRouteComponent(() => import('./pages/checkout-page.tsx'), 'ReviewPage'),
  pendingComponent: CartSkeleton,
})

const order = createRoute({
  getParentRoute: () => root,
  path: '/orders/$id',
  loader: ({ context: { queries }, params, location }) =>
    queries.ensureQueryData(orderQuery(params.id)).catch(orSignIn(location.href)).catch(orNotFound),
  component: lazyRouteComponent(() => import('./pages/order-page.tsx'), 'OrderPage'),
  pendingComponent: OrderSkeleton,
})

export const router = createRouter({
  routeTree: root.addChildren([
    start,
    category,
    search,
    product,
    cart,
    checkout,
    review,
    order,
    ...accountRoutes,
    adminRoutes,
  ]),
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

/** Where the list is shown already, it stays until the next one is there. */
async function loadList(queries: QueryClient, search: ListingSearch, cause: string): Promise<void> {
  if (cause === 'stay') void queries.prefetchQuery(productsQuery(search))
  else await queries.ensureQueryData(productsQuery(search))
}

async function loadCart(queries: QueryClient): Promise<void> {
  await queries.prefetchQuery(cartProductsQuery(await queries.fetchQuery(cartQuery)))
}

function orNotFound(error: unknown): never {
  throw isNotFound(error) ? notFound() : error
}
