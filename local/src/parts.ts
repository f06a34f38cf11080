import { join } from 'node:path'
import { type ServiceName, serviceNames } from '@aos/contracts/services'
import type { StorePorts } from './ports.ts'
import type { Secrets } from './secrets.ts'

/** What the environments below are made of. */
export interface Facts {
  ports: StorePorts
  dataDir: string
  databaseUrls: Record<string, string>
  secrets: Secrets
  /** Where spans go; undefined: nowhere. */
  spansUrl: string | undefined
  /** Where people read a trace, with `{traceId}` in it. */
  traceUrl: string | undefined
  traceSampling: number
  /** Where people look at traces, ending in a slash. */
  tracesUrl: string | undefined
}

export type SimulatorName = 'payment-broker' | 'carrier' | 'mailbox'
export type PartName = ServiceName | SimulatorName

/** A Node.js program of the store. */
interface Part {
  name: PartName
  kind: 'service' | 'simulator'
  /** Below services/, and its arguments. */
  run: [entry: string, ...args: string[]]
  port: (ports: StorePorts) => number
  env: (facts: Facts) => Record<string, string>
}

export const local = (port: number): string => `http://127.0.0.1:${port}`

/** The test keys of the simulated broker, in the form that Stripe's libraries expect. */
const brokerKeys = (secrets: Secrets) => ({
  secret: `sk_test_${secrets.get('payment-broker-secret-key')}`,
  publishable: `pk_test_${secrets.get('payment-broker-publishable-key')}`,
  webhook: `whsec_${secrets.get('payment-broker-webhook')}`,
})

export const shopUrl = ({ services }: StorePorts): string => local(services.gateway.app)

const serviceEnvironment: Record<ServiceName, Part['env']> = {
  gateway: ({ ports, secrets, traceSampling, tracesUrl }) => ({
    WEB_ROOT: webRoot,
    SECURE_COOKIES: 'false',
    // On one machine all shoppers have the same address.
    RATE_LIMIT_ADDRESS: '0',
    RATE_LIMIT_ORDERS: '0',
    TRACE_SAMPLING: String(traceSampling),
    PAYMENT_BROKER_URL: local(ports.platform.paymentBroker),
    PAYMENT_BROKER_SCRIPT_URL: `${local(ports.platform.paymentBroker)}/v3/`,
    PAYMENT_BROKER_PUBLISHABLE_KEY: brokerKeys(secrets).publishable,
    ...(tracesUrl && { TRACE_URL: `${tracesUrl}traces/{traceId}` }),
  }),
  accounts: ({ ports, secrets }) => ({
    SHOP_URL: shopUrl(ports),
    SESSION_SECRET: secrets.get('session'),
    SECURE_COOKIES: 'false',
    // On one machine all shoppers have the same address.
    ATTEMPTS_PER_ADDRESS: '1000000',
  }),
  orders: () => ({}),
  stock: () => ({}),
  payments: ({ ports, secrets }) => ({
    PAYMENT_BROKER_URL: local(ports.platform.paymentBroker),
    PAYMENT_BROKER_SECRET_KEY: brokerKeys(secrets).secret,
    PAYMENT_BROKER_WEBHOOK_SECRET: brokerKeys(secrets).webhook,
  }),
  shipments: ({ ports, secrets }) => ({
    CARRIER_URL: local(ports.platform.carrier),
    CARRIER_TOKEN: secrets.get('carrier-token'),
    CARRIER_WEBHOOK_SECRET: secrets.get('carrier-webhook'),
  }),
  notifications: ({ ports }) => ({
    SMTP_URL: `smtp://127.0.0.1:${ports.platform.smtp}`,
    MAIL_FROM: 'Awesome Online Store <store@shop.example>',
    MAIL_DOMAIN: 'shop.example',
    SHOP_URL: shopUrl(ports),
  }),
}

const root = join(import.meta.dirname, '..', '..')
export const servicesRoot = join(root, 'services')
export const webRoot = join(root, 'web', 'dist')

const service = (name: ServiceName): Part => ({
  name,
  kind: 'service',
  run: [`${name}/src/main.ts`],
  port: ({ services }) => services[name].app,
  env: (facts) => ({
    PORT: String(facts.ports.services[name].app),
    DAPR_HTTP_PORT: String(facts.ports.services[name].daprHttp),
    DAPR_GRPC_PORT: String(facts.ports.services[name].daprGrpc),
    APP_API_TOKEN: facts.secrets.get('app-api-token'),
    ACTOR_TOKEN_SECRET: facts.secrets.get('actor-token'),
    STORE_NAME: 'local',
    ...(facts.databaseUrls[name] && { DATABASE_URL: facts.databaseUrls[name] }),
    ...(facts.spansUrl && { ZIPKIN_URL: facts.spansUrl }),
    ...serviceEnvironment[name](facts),
  }),
})

const simulator = (
  name: SimulatorName,
  port: 'paymentBroker' | 'carrier' | 'mailbox',
  env: Part['env'],
): Part => ({
  name,
  kind: 'simulator',
  run: ['simulators/src/main.ts', name],
  port: ({ platform }) => platform[port],
  env: (facts) => ({
    PORT: String(facts.ports.platform[port]),
    DATA_DIR: join(facts.dataDir, 'simulators', name),
    ...env(facts),
  }),
})

/** Everything that is ours and runs, besides a sidecar for each service. */
export const parts: Part[] = [
  simulator('payment-broker', 'paymentBroker', ({ ports, secrets }) => ({
    SECRET_KEY: brokerKeys(secrets).secret,
    PUBLISHABLE_KEY: brokerKeys(secrets).publishable,
    WEBHOOK_URL: `${shopUrl(ports)}/webhooks/payment-broker`,
    WEBHOOK_SECRET: brokerKeys(secrets).webhook,
  })),
  simulator('carrier', 'carrier', ({ ports, secrets }) => ({
    API_TOKEN: secrets.get('carrier-token'),
    WEBHOOK_URL: `${shopUrl(ports)}/webhooks/carrier`,
    WEBHOOK_SECRET: secrets.get('carrier-webhook'),
  })),
  simulator('mailbox', 'mailbox', ({ ports }) => ({
    MAILBOX_PORT: String(ports.platform.mailbox),
    SMTP_PORT: String(ports.platform.smtp),
  })),
  ...serviceNames.map(service),
]
