import { addresses } from '@aos/contracts/addresses'
import type { PaymentType } from '@aos/contracts/payment-methods'
import type { Pricing } from '@aos/contracts/pricing'
import type { ServiceName } from '@aos/contracts/services'

export type SimulatorName = 'payment-broker' | 'carrier' | 'mailbox'

/** What services are told about the world; `Secret` is how secret values are written where they run. */
export interface Facts<Secret> {
  currency: string
  pricing: Pricing
  /** Where shoppers find the shop. */
  shopUrl: string
  secureCookies: boolean
  /** What one store's gateway signs is nothing to the services of another. */
  storeName: string
  actorTokenSecret: Secret
  sessionSecret: Secret
  /** How many proxies stand in front of the gateway. */
  proxies: number
  /** False where shoppers cannot be told apart by their network address. */
  limitsAddresses: boolean
  oidc?: { issuer: string; name: string; clientId: Secret; clientSecret: Secret } | undefined
  traceSampling: string
  /** Where people read a trace, with `{traceId}` in it. */
  traceUrl?: string | undefined
  broker: {
    url: string
    /** The broker's API and script as browsers reach them. */
    publicUrl: string
    scriptUrl: string
    /** The ways to pay that it was set up for. */
    methods: readonly PaymentType[]
    secretKey: Secret
    publishableKey: Secret
    webhookSecret: Secret
  }
  carrier: { url: string; token: Secret; webhookSecret: Secret }
  mail: { smtpUrl: Secret | string; from: string; domain: string }
}

type Environment<Secret> = Record<string, Secret | string>

const environments: {
  [Name in ServiceName]: <Secret>(facts: Facts<Secret>) => Environment<Secret>
} = {
  gateway: ({
    currency,
    pricing,
    secureCookies,
    proxies,
    limitsAddresses,
    traceSampling,
    traceUrl,
    broker,
  }) => ({
    CURRENCY: currency,
    PRICING: JSON.stringify(pricing),
    SECURE_COOKIES: String(secureCookies),
    PROXIES: String(proxies),
    ...(!limitsAddresses && { RATE_LIMIT_ADDRESS: '0', RATE_LIMIT_ORDERS: '0' }),
    TRACE_SAMPLING: traceSampling,
    PAYMENT_BROKER_URL: broker.publicUrl,
    PAYMENT_BROKER_SCRIPT_URL: broker.scriptUrl,
    PAYMENT_BROKER_PUBLISHABLE_KEY: broker.publishableKey,
    ...(traceUrl && { TRACE_URL: traceUrl }),
  }),
  accounts: ({ shopUrl, secureCookies, sessionSecret, limitsAddresses, oidc }) => ({
    SHOP_URL: shopUrl,
    SESSION_SECRET: sessionSecret,
    SECURE_COOKIES: String(secureCookies),
    ...(!limitsAddresses && { ATTEMPTS_PER_ADDRESS: '1000000' }),
    ...(oidc && {
      OIDC_ISSUER: oidc.issuer,
      OIDC_NAME: oidc.name,
      OIDC_CLIENT_ID: oidc.clientId,
      OIDC_CLIENT_SECRET: oidc.clientSecret,
    }),
  }),
  orders: ({ pricing }) => ({ PRICING: JSON.stringify(pricing) }),
  stock: ({ currency }) => ({ CURRENCY: currency }),
  payments: ({ broker, currency }) => ({
    CURRENCY: currency,
    PAYMENT_METHODS: broker.methods.join(','),
    PAYMENT_BROKER_URL: broker.url,
    PAYMENT_BROKER_SECRET_KEY: broker.secretKey,
    PAYMENT_BROKER_WEBHOOK_SECRET: broker.webhookSecret,
  }),
  shipments: ({ carrier }) => ({
    CARRIER_URL: carrier.url,
    CARRIER_TOKEN: carrier.token,
    CARRIER_WEBHOOK_SECRET: carrier.webhookSecret,
  }),
  notifications: ({ mail, shopUrl }) => ({
    SMTP_URL: mail.smtpUrl,
    MAIL_FROM: mail.from,
    MAIL_DOMAIN: mail.domain,
    SHOP_URL: shopUrl,
  }),
}

/** What one service has to know beyond its port, its sidecar and its database; the same on one machine and in a cluster. */
export const serviceEnvironment = <Secret>(name: ServiceName, facts: Facts<Secret>): Environment<Secret> => ({
  STORE_NAME: facts.storeName,
  ACTOR_TOKEN_SECRET: facts.actorTokenSecret,
  ...environments[name](facts),
})

/** The third parties know the same secrets from the other side. `gatewayUrl` is where their webhooks go. */
export function simulatorEnvironment<Secret>(
  name: SimulatorName,
  { broker, carrier }: Pick<Facts<Secret>, 'broker' | 'carrier'>,
  gatewayUrl: string,
): Environment<Secret> {
  if (name === 'payment-broker')
    return {
      SECRET_KEY: broker.secretKey,
      PUBLISHABLE_KEY: broker.publishableKey,
      WEBHOOK_URL: `${gatewayUrl}${addresses.paymentBrokerWebhook.path}`,
      WEBHOOK_SECRET: broker.webhookSecret,
    }
  if (name === 'carrier')
    return {
      API_TOKEN: carrier.token,
      WEBHOOK_URL: `${gatewayUrl}${addresses.carrierWebhook.path}`,
      WEBHOOK_SECRET: carrier.webhookSecret,
    }
  return {}
}
