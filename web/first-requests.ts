import { shopAddresses } from '@aos/contracts/shop-addresses'
import { productsCall } from './src/features/catalogue/api/get-products.ts'
import { newest, smallThings } from './src/features/catalogue/start-rows.ts'
import { addressOf } from './src/shared/api/request.ts'

/** What a page asks for first, so that a browser which opens it can begin while the scripts are on their way. */
export interface FirstRequests {
  /** As in OpenAPI; what is in braces is filled in. */
  path: string
  /** The page's own script. */
  script: string
  /** What it asks the API when its address has no query. */
  data: string[]
  /** The largest picture. */
  picture?: string
}

const { path: categories } = shopAddresses.listCategories
const { path: checkout } = shopAddresses.getCheckout

/** Of the header. */
export const dataOfEveryPage = [shopAddresses.getSession.path, shopAddresses.getCart.path]

export const firstRequests: FirstRequests[] = [
  {
    path: '/',
    script: 'start-page',
    data: [
      categories,
      addressOf('listProducts', productsCall(...newest)),
      addressOf('listProducts', productsCall(...smallThings)),
    ],
  },
  {
    path: '/search',
    script: 'search-page',
    data: [categories, addressOf('listProducts', productsCall({}))],
  },
  {
    path: '/categories/{slug}',
    script: 'category-page',
    data: [
      categories,
      addressOf('listProducts', productsCall({ category: 'SLUG' })).replace('SLUG', '{slug}'),
    ],
  },
  {
    path: '/products/{sku}',
    script: 'product-page',
    data: [shopAddresses.getProduct.path],
    picture: shopAddresses.getPicture.path,
  },
  { path: '/cart', script: 'cart-page', data: [checkout] },
  { path: '/checkout', script: 'checkout-page', data: [checkout] },
  { path: '/orders/{id}', script: 'order-page', data: [shopAddresses.getOrder.path] },
  { path: '/account', script: 'account-pages', data: [] },
  { path: '/account/sign-in', script: 'sign-in-page', data: [] },
]
