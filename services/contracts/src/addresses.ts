import { deadLetterAddresses } from './dead-letter-addresses.ts'

/**
 * Method and address of each operation of the public API, as in OpenAPI: `/api/v1/orders/{id}`.
 * Apart from api.ts, so that a browser gets them without the schemas.
 */
export const addresses = {
  listCategories: { method: 'get', path: '/api/v1/categories' },
  listProducts: { method: 'get', path: '/api/v1/products' },
  getProduct: { method: 'get', path: '/api/v1/products/{sku}' },
  listRelated: { method: 'get', path: '/api/v1/products/{sku}/related' },
  suggest: { method: 'get', path: '/api/v1/suggestions' },
  getPicture: { method: 'get', path: '/api/v1/products/{sku}/picture' },
  getCart: { method: 'get', path: '/api/v1/cart' },
  setCartLine: { method: 'put', path: '/api/v1/cart/lines/{sku}' },
  getCheckout: { method: 'get', path: '/api/v1/checkout' },
  listPaymentMethods: { method: 'get', path: '/api/v1/payment-methods' },
  placeOrder: { method: 'post', path: '/api/v1/orders' },
  getOrder: { method: 'get', path: '/api/v1/orders/{id}' },
  watchOrder: { method: 'get', path: '/api/v1/orders/{id}/events' },
  cancelOrder: { method: 'post', path: '/api/v1/orders/{id}/cancellation' },
  listOrders: { method: 'get', path: '/api/v1/orders' },
  getSession: { method: 'get', path: '/api/v1/session' },
  signIn: { method: 'post', path: '/api/v1/session' },
  signOut: { method: 'delete', path: '/api/v1/session' },
  beginProviderSignIn: { method: 'post', path: '/api/v1/session/provider' },
  finishProviderSignIn: { method: 'get', path: '/api/v1/session/provider/callback' },
  register: { method: 'post', path: '/api/v1/account' },
  deleteAccount: { method: 'post', path: '/api/v1/account/deletion' },
  requestVerification: { method: 'post', path: '/api/v1/account/verification-mail' },
  verifyEmail: { method: 'post', path: '/api/v1/account/verification' },
  requestPasswordReset: { method: 'post', path: '/api/v1/account/password-reset-mail' },
  resetPassword: { method: 'post', path: '/api/v1/account/password-reset' },
  listAddresses: { method: 'get', path: '/api/v1/account/addresses' },
  addAddress: { method: 'post', path: '/api/v1/account/addresses' },
  changeAddress: { method: 'put', path: '/api/v1/account/addresses/{id}' },
  removeAddress: { method: 'delete', path: '/api/v1/account/addresses/{id}' },
  listStaffProducts: { method: 'get', path: '/api/v1/admin/products' },
  getStaffProduct: { method: 'get', path: '/api/v1/admin/products/{sku}' },
  createProduct: { method: 'post', path: '/api/v1/admin/products' },
  changeProduct: { method: 'put', path: '/api/v1/admin/products/{sku}' },
  setPicture: { method: 'put', path: '/api/v1/admin/products/{sku}/picture' },
  retireProduct: { method: 'put', path: '/api/v1/admin/products/{sku}/retirement' },
  resumeProduct: { method: 'delete', path: '/api/v1/admin/products/{sku}/retirement' },
  listStaffCategories: { method: 'get', path: '/api/v1/admin/categories' },
  changeStock: { method: 'post', path: '/api/v1/admin/products/{sku}/stock' },
  listChanges: { method: 'get', path: '/api/v1/admin/changes' },
  searchOrders: { method: 'get', path: '/api/v1/admin/orders' },
  getOrderRecord: { method: 'get', path: '/api/v1/admin/orders/{id}' },
  ...deadLetterAddresses,
  paymentBrokerWebhook: { method: 'post', path: '/webhooks/payment-broker' },
  carrierWebhook: { method: 'post', path: '/webhooks/carrier' },
} as const
export type OperationName = keyof typeof addresses

/** The operation's address with its parameters filled in. */
export const pathTo = (name: OperationName, params: Record<string, string> = {}): string =>
  addresses[name].path.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(params[key] ?? ''))
