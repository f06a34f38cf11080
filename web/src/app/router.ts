import type { QueryClient } from '@tanstack/react-query'
import { createRoute, createRouter, lazyRouteComponent, notFound } from '@tanstack/react-router'
import { cartQuery } from '../features/cart/api/get-cart.ts'
import { cartProductsQuery } from '../features/cart/api/get-cart-products.ts'
import { categoriesQuery } from '../features/catalogue/api/get-categories.ts'
import { productsQuery } from '../features/catalogue/api/get-products.ts'
import { relatedQuery } from '../features/catalogue/api/get-related.ts'
import { categorySearch, listingSearch } from '../features/catalogue/listing-search.ts'
import { newest, smallThings } from '../features/catalogue/start-rows.ts'
import { paymentMethodsQuery } from '../features/checkout/api/list-payment-methods.ts'
import { orderQuery } from '../features/order/api/get-order.ts'
import { isNotFound } from '../shared/api/failures.ts'
import { checkoutQuery } from '../shared/api/get-checkout.ts'
import { productQuery } from '../shared/api/get-product.ts'
import { beginAction } from '../shared/api/trace.ts'
import { accountRoutes } from './account-routes.ts'
import { adminRoutes } from './admin-routes.ts'
import { CartOutline, ListingOutline, OrderOutline, ProductOutline } from './outlines.tsx'
import { queryClient } from './query-client.ts'
import { root } from './root-route.ts'
import { RouteError } from './route-error.tsx'
import { orSignIn } from './sign-in-first.ts'

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  loader: ({ context: { queries } }) => {
    void queries.prefetchQuery(categoriesQuery)
    void queries.prefetchQuery(productsQuery(...newest))
    void queries.prefetchQuery(productsQuery(...smallThings))
  },
  component: lazyRouteComponent(() => import('./pages/start-page.tsx'), 'StartPage'),
})

const category = createRoute({
  getParentRoute: () => root,
  path: '/categories/$slug',
  validateSearch: categorySearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { queries }, params, deps }) => {
    void queries.prefetchQuery(productsQuery({ ...deps, category: params.slug }))
    const categories = await queries.ensureQueryData(categoriesQuery)
    if (categories.every(({ slug }) => slug !== params.slug)) throw notFound()
  },
  component: lazyRouteComponent(() => import('./pages/category-page.tsx'), 'CategoryPage'),
  pendingComponent: ListingOutline,
})

const search = createRoute({
  getParentRoute: () => root,
  path: '/search',
  validateSearch: listingSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, deps }) => {
    void queries.prefetchQuery(productsQuery(deps))
    return queries.ensureQueryData(categoriesQuery)
  },
  component: lazyRouteComponent(() => import('./pages/search-page.tsx'), 'SearchPage'),
  pendingComponent: ListingOutline,
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
  pendingComponent: ProductOutline,
})

const cart = createRoute({
  getParentRoute: () => root,
  path: '/cart',
  loader: ({ context: { queries } }) => loadCart(queries),
  component: lazyRouteComponent(() => import('./pages/cart-page.tsx'), 'CartPage'),
  pendingComponent: CartOutline,
})

const checkout = createRoute({
  getParentRoute: () => root,
  path: '/checkout',
  loader: ({ context: { queries } }) => {
    void queries.prefetchQuery(paymentMethodsQuery)
    return loadCart(queries)
  },
  component: lazyRouteComponent(() => import('./pages/checkout-page.tsx'), 'CheckoutPage'),
  pendingComponent: CartOutline,
})

const review = createRoute({
  getParentRoute: () => root,
  path: '/checkout/review',
  loader: ({ context: { queries } }) => loadCart(queries),
  component: lazyRouteComponent(() => import('./pages/checkout-page.tsx'), 'ReviewPage'),
  pendingComponent: CartOutline,
})

const order = createRoute({
  getParentRoute: () => root,
  path: '/orders/$id',
  loader: ({ context: { queries }, params, location }) =>
    queries.ensureQueryData(orderQuery(params.id)).catch(orSignIn(location.href)).catch(orNotFound),
  component: lazyRouteComponent(() => import('./pages/order-page.tsx'), 'OrderPage'),
  pendingComponent: OrderOutline,
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
  // Whoever opens the shop sees the page's outline at once.
  defaultPendingMs: 0,
  defaultPendingMinMs: 0,
  defaultErrorComponent: RouteError,
  scrollRestoration: true,
})

router.subscribe('onBeforeNavigate', beginAction)
// Who comes from another page sees that one for a moment longer, rather than an outline that flickers.
router.subscribe('onResolved', () => {
  router.options.defaultPendingMs = 250
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

async function loadCart(queries: QueryClient): Promise<void> {
  void queries.prefetchQuery(checkoutQuery)
  void queries.prefetchQuery(cartProductsQuery(await queries.fetchQuery(cartQuery)))
}

function orNotFound(error: unknown): never {
  throw isNotFound(error) ? notFound() : error
}
