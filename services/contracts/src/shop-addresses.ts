/** Method and address of what shoppers do; the part of addresses.ts that their browsers get. */
export const shopAddresses = {
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
} as const
export type ShopOperation = keyof typeof shopAddresses

/** @returns the path with its parameters in the place of their names in braces. */
export const filledIn = (path: string, params: Record<string, string> = {}): string =>
  path.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(params[key] ?? ''))

export const pathInShop = (name: ShopOperation, params?: Record<string, string>): string =>
  filledIn(shopAddresses[name].path, params)
