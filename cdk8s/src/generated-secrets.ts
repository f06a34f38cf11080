import { databaseNames, type ServiceName, serviceNames } from '@aos/contracts/services'
import { POSTGRES, passwordOf } from './database-access.ts'
import type { Store } from './store.ts'

export interface GeneratedSecret {
  name: string
  keys: string[]
}

interface SecretKey {
  secret: string
  key: string
}

/** With it a service and its sidecar know each other. */
export const daprToken = (service: ServiceName): SecretKey => ({ secret: `${service}-dapr`, key: 'token' })

/** With it the gateway tells services who is calling. */
export const ACTOR_TOKENS: SecretKey = { secret: 'actor-tokens', key: 'secret' }
/** Signs the cookies of sessions and the tokens in e-mails. */
export const SESSIONS: SecretKey = { secret: 'sessions', key: 'secret' }

export const SIMULATORS_SECRET = 'simulators'
const simulatorKeys = [
  'payment-broker-secret-key',
  'payment-broker-publishable-key',
  'payment-broker-webhook',
  'carrier-token',
  'carrier-webhook',
]

/** Secrets that must be there, with a random token under each key; whoever makes them never overwrites one. */
export function generatedSecrets({ spec }: Store): GeneratedSecret[] {
  return [
    ...serviceNames.map((service) => only(daprToken(service))),
    only(ACTOR_TOKENS),
    only(SESSIONS),
    ...databaseNames.map((name) => only(passwordOf(name))),
    ...(spec.database.type === 'single' ? [{ name: POSTGRES, keys: ['password'] }] : []),
    ...(spec.simulators.enabled ? [{ name: SIMULATORS_SECRET, keys: simulatorKeys }] : []),
  ]
}

const only = ({ secret, key }: SecretKey): GeneratedSecret => ({ name: secret, keys: [key] })
