/**
 * Method and address of each operation of the public API, as in OpenAPI: `/api/v1/orders/{id}`.
 * Apart from api.ts, so that a browser gets them without the schemas.
 */
export const addresses = {
  listCategories: { method: 'get', path: '/api/v1/categories' },
  listProducts: { method: 'get', path: '/api/v1/products' },
  getProduct: { method: 'get', path: '/api/v1/products/{sku}' },
  getPicture: { method: 'get', path: '/api/v1/products/{sku}/picture' },
  getCart: { method: 'get', path: '/api/v1/cart' },
  setCartLine: { method: 'put', path: '/api/v1/cart/lines/{sku}' },
  getCheckout: { method: 'get', path: '/api/v1/checkout' },
  placeOrder: { method: 'post', path: '/api/v1/orders' },
  getOrder: { method: 'get', path: '/api/v1/orders/{id}' },
  watchOrder: { method: 'get', path: '/api/v1/orders/{id}/events' },
  cancelOrder: { method: 'post', path: '/api/v1/orders/{id}/cancellation' },
  paymentBrokerWebhook: { method: 'post', path: '/webhooks/payment-broker' },
  carrierWebhook: { method: 'post', path: '/webhooks/carrier' },
} as const
export type OperationName = keyof typeof addresses

/** The operation's address with its parameters filled in. */
export const pathTo = (name: OperationName, params: Record<string, string> = {}): string =>
  addresses[name].path.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(params[key] ?? ''))
