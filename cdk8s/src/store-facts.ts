import { paymentTypes } from '@aos/contracts/payment-methods'
import { platformPorts } from '@aos/contracts/services'
import type { Facts, SimulatorName } from './environment.ts'
import { ACTOR_TOKENS, SESSIONS, SIMULATORS_SECRET } from './generated-secrets.ts'
import type { EnvValue, SecretValue } from './secret-value.ts'
import type { Store } from './store.ts'

export const urlOf = ({ spec: { host, ingress } }: Store, subdomain = ''): string =>
  `${ingress.tls ? 'https' : 'http'}://${subdomain}${host}`

/** The host names under which shoppers, and who tries the store, reach it. */
export const simulatorHost = ({ spec: { host } }: Store, name: SimulatorName): string => `${name}.${host}`

/** What services are told in a cluster: the real third parties, or the simulated ones. */
export function storeFacts(store: Store): Facts<EnvValue> {
  const { spec } = store
  return {
    currency: spec.currency,
    pricing: spec.pricing,
    shopUrl: urlOf(store),
    secureCookies: spec.ingress.tls !== undefined,
    storeName: `${store.namespace}/${store.name}`,
    actorTokenSecret: ACTOR_TOKENS,
    sessionSecret: SESSIONS,
    proxies: spec.ingress.proxies,
    limitsAddresses: spec.ingress.limitAddresses,
    oidc: openIdConnect(store),
    traceSampling: spec.tracing.samplingRate,
    traceUrl: spec.tracing.traceUrl,
    ...(spec.simulators.enabled ? simulated(store) : real(store)),
    mail: {
      smtpUrl: spec.simulators.enabled
        ? `smtp://mailbox:${platformPorts.smtp}`
        : { secret: spec.mail.secretName, key: 'smtp-url' },
      from: spec.mail.from ?? `Awesome Online Store <store@${spec.host}>`,
      domain: spec.host,
    },
  }
}

function openIdConnect({ spec: { accounts } }: Store): Facts<EnvValue>['oidc'] {
  if (!accounts.openIdConnect) return undefined
  const { issuer, name, secretName: secret } = accounts.openIdConnect
  return {
    issuer,
    name,
    clientId: { secret, key: 'client-id' },
    clientSecret: { secret, key: 'client-secret' },
  }
}

function real({ spec: { payments, shipments } }: Store): Pick<Facts<SecretValue>, 'broker' | 'carrier'> {
  const ofBroker = (key: string) => ({ secret: payments.secretName, key })
  const ofCarrier = (key: string) => ({ secret: shipments.secretName, key })
  return {
    broker: {
      url: payments.brokerUrl,
      publicUrl: payments.brokerUrl,
      scriptUrl: payments.scriptUrl,
      methods: payments.methods,
      secretKey: ofBroker('secret-key'),
      publishableKey: ofBroker('publishable-key'),
      webhookSecret: ofBroker('webhook-secret'),
    },
    carrier: {
      url: shipments.carrierUrl ?? '',
      token: ofCarrier('token'),
      webhookSecret: ofCarrier('webhook-secret'),
    },
  }
}

function simulated(store: Store): Pick<Facts<SecretValue>, 'broker' | 'carrier'> {
  const secret = (key: string, prefix = ''): SecretValue => ({
    secret: SIMULATORS_SECRET,
    key,
    ...(prefix && { around: (token: string) => `${prefix}${token}` }),
  })
  const publicUrl = urlOf(store, 'payment-broker.')
  return {
    broker: {
      url: `http://payment-broker:${platformPorts.paymentBroker}`,
      publicUrl,
      scriptUrl: `${publicUrl}/v3/`,
      methods: paymentTypes,
      // In the form that Stripe's libraries expect.
      secretKey: secret('payment-broker-secret-key', 'sk_test_'),
      publishableKey: secret('payment-broker-publishable-key', 'pk_test_'),
      webhookSecret: secret('payment-broker-webhook', 'whsec_'),
    },
    carrier: {
      url: `http://carrier:${platformPorts.carrier}`,
      token: secret('carrier-token'),
      webhookSecret: secret('carrier-webhook'),
    },
  }
}
