import { backOfficeAddresses } from './back-office-addresses.ts'
import { filledIn, shopAddresses } from './shop-addresses.ts'

/**
 * Method and address of each operation of the public API, as in OpenAPI: `/api/v1/orders/{id}`.
 * Apart from api.ts, so that a browser gets them without the schemas.
 */
export const addresses = {
  ...shopAddresses,
  ...backOfficeAddresses,
  paymentBrokerWebhook: { method: 'post', path: '/webhooks/payment-broker' },
  carrierWebhook: { method: 'post', path: '/webhooks/carrier' },
} as const
export type OperationName = keyof typeof addresses

/** The operation's address with its parameters filled in. */
export const pathTo = (name: OperationName, params?: Record<string, string>): string =>
  filledIn(addresses[name].path, params)
