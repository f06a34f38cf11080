import { join } from 'node:path'
import {
  type Facts as EnvironmentFacts,
  type SimulatorName,
  serviceEnvironment,
  simulatorEnvironment,
} from '@aos/cdk8s/environment'
import { usualCurrency } from '@aos/contracts/money'
import { paymentTypes } from '@aos/contracts/payment-methods'
import { usualPricing } from '@aos/contracts/pricing'
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

export const shopUrl = ({ services }: StorePorts): string => local(services.gateway.app)

/** The name of every store that runs on one machine. */
export const STORE_NAME = 'local'

/** What programs of this machine need to speak to services past gateway and sidecars. */
export const serviceSecrets = (secrets: Secrets) => ({
  APP_API_TOKEN: secrets.get('app-api-token'),
  ACTOR_TOKEN_SECRET: secrets.get('actor-token'),
})

/** What services and simulators are told of each other, as in a cluster. */
function environmentFacts({ ports, secrets, traceSampling, tracesUrl }: Facts): EnvironmentFacts<string> {
  const brokerUrl = local(ports.platform.paymentBroker)
  return {
    currency: usualCurrency,
    pricing: usualPricing,
    shopUrl: shopUrl(ports),
    secureCookies: false,
    storeName: STORE_NAME,
    proxies: 0,
    // On one machine all shoppers have the same address.
    limitsAddresses: false,
    actorTokenSecret: serviceSecrets(secrets).ACTOR_TOKEN_SECRET,
    sessionSecret: secrets.get('session'),
    traceSampling: String(traceSampling),
    traceUrl: tracesUrl && `${tracesUrl}traces/{traceId}`,
    broker: {
      url: brokerUrl,
      publicUrl: brokerUrl,
      scriptUrl: `${brokerUrl}/v3/`,
      methods: paymentTypes,
      // In the form that Stripe's libraries expect.
      secretKey: `sk_test_${secrets.get('payment-broker-secret-key')}`,
      publishableKey: `pk_test_${secrets.get('payment-broker-publishable-key')}`,
      webhookSecret: `whsec_${secrets.get('payment-broker-webhook')}`,
    },
    carrier: {
      url: local(ports.platform.carrier),
      token: secrets.get('carrier-token'),
      webhookSecret: secrets.get('carrier-webhook'),
    },
    mail: {
      smtpUrl: `smtp://127.0.0.1:${ports.platform.smtp}`,
      from: 'Awesome Online Store <store@shop.example>',
      domain: 'shop.example',
    },
  }
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
    APP_API_TOKEN: serviceSecrets(facts.secrets).APP_API_TOKEN,
    ...(facts.databaseUrls[name] && { DATABASE_URL: facts.databaseUrls[name] }),
    ...(facts.spansUrl && { ZIPKIN_URL: facts.spansUrl }),
    ...(name === 'gateway' && { WEB_ROOT: webRoot }),
    ...serviceEnvironment(name, environmentFacts(facts)),
  }),
})

const simulator = (name: SimulatorName, port: 'paymentBroker' | 'carrier' | 'mailbox'): Part => ({
  name,
  kind: 'simulator',
  run: ['simulators/src/main.ts', name],
  port: ({ platform }) => platform[port],
  env: (facts) => ({
    DATA_DIR: join(facts.dataDir, 'simulators', name),
    ...simulatorPorts(port, facts.ports),
    ...simulatorEnvironment(name, environmentFacts(facts), shopUrl(facts.ports)),
  }),
})

const simulatorPorts = (
  name: 'paymentBroker' | 'carrier' | 'mailbox',
  { platform }: StorePorts,
): Record<string, string> =>
  name === 'mailbox'
    ? { MAILBOX_PORT: String(platform.mailbox), SMTP_PORT: String(platform.smtp) }
    : { PORT: String(platform[name]) }

/** Everything that is ours and runs, besides a sidecar for each service. */
export const parts: Part[] = [
  simulator('payment-broker', 'paymentBroker'),
  simulator('carrier', 'carrier'),
  simulator('mailbox', 'mailbox'),
  ...serviceNames.map(service),
]
