import { platformPorts, ports, serviceNames, servicesWithDatabase } from '@aos/contracts/services'
import { calledServices } from './access-control.ts'
import { databaseAccess, POSTGRES } from './database-access.ts'
import { doors } from './doors.ts'
import { KAFKA, kafkaAccess } from './kafka-access.ts'
import type { Store, Surroundings } from './store.ts'

/** Who talks: a part of the store, everything in a namespace, or whoever it may be outside. */
export type Peer = { part: string } | { namespace: string } | 'anyone'

/** Somebody may open connections to somebody on these ports; to any port where none is named. */
export interface Edge {
  from: Peer
  to: Peer
  ports?: readonly (number | 'dns')[]
}

/** Of sidecars, in every pod the same. */
const SIDECAR_INTERNAL = 50_002
const SIDECAR_METRICS = 9090

const part = (name: string): Peer => ({ part: name })

/** Every connection that the store needs, and no other: the edges of the journey and what carries them. */
export function edges(store: Store, surroundings: Surroundings): Edge[] {
  const { spec } = store
  return [
    ...calledServices.map((name) => edge('gateway', name, SIDECAR_INTERNAL)),
    ...fromShoppers(store),
    ...toPlatform(store),
    ...(spec.simulators.enabled ? amongSimulators : toThirdParties(store)),
    ...toIdentityProvider(store),
    ...serviceNames.map((name): Edge => ({ from: part(name), to: { namespace: spec.dapr.namespace } })),
    ...forWatching(store, surroundings),
    ...withNames(store).map((name): Edge => ({ from: part(name), to: 'anyone', ports: ['dns'] })),
  ]
}

const edge = (from: string, to: string, ...list: number[]): Edge => ({
  from: part(from),
  to: part(to),
  ports: list,
})

function fromShoppers(store: Store): Edge[] {
  const { ingress } = store.spec
  const from: Peer = ingress.namespace ? { namespace: ingress.namespace } : 'anyone'
  const open = doors(store).flatMap(({ paths }) => paths.map(({ service, port }) => `${service}:${port}`))
  return [...new Set(open)].map((door) => {
    const [name = '', port] = door.split(':')
    return { from, to: part(name), ports: [Number(port)] }
  })
}

function toPlatform(store: Store): Edge[] {
  const { kafka, database } = store.spec
  const kafkaPorts = kafkaAccess(store).ports
  const toKafka: Peer = kafka.type === 'external' ? 'anyone' : part(KAFKA)
  const toPostgres: Peer = database.type === 'external' ? 'anyone' : part(POSTGRES)
  const databasePort = databaseAccess(store).port
  const kafkaUsers = [...servicesWithDatabase, ...(kafka.type === 'strimzi' ? [] : ['topics'])]
  const databaseUsers = [
    ...servicesWithDatabase,
    ...servicesWithDatabase.map((name) => `migrate-${name}`),
    'databases',
  ]
  return [
    ...kafkaUsers.map((name): Edge => ({ from: part(name), to: toKafka, ports: kafkaPorts })),
    ...databaseUsers.map((name): Edge => ({ from: part(name), to: toPostgres, ports: [databasePort] })),
  ]
}

const amongSimulators: Edge[] = [
  edge('payments', 'payment-broker', platformPorts.paymentBroker),
  edge('shipments', 'carrier', platformPorts.carrier),
  edge('notifications', 'mailbox', platformPorts.smtp),
  edge('payment-broker', 'gateway', ports.gateway.app),
  edge('carrier', 'gateway', ports.gateway.app),
]

/** Mail servers listen on one of these; which one is in a Secret. */
const SMTP_PORTS = [25, 465, 587, 2525]

const toThirdParties = ({ spec: { payments, shipments } }: Store): Edge[] => [
  { from: part('payments'), to: 'anyone', ports: [portOf(payments.brokerUrl)] },
  ...(shipments.carrierUrl
    ? [{ from: part('shipments'), to: 'anyone' as const, ports: [portOf(shipments.carrierUrl)] }]
    : []),
  { from: part('notifications'), to: 'anyone', ports: SMTP_PORTS },
]

function toIdentityProvider({ spec: { accounts } }: Store): Edge[] {
  if (!accounts.openIdConnect) return []
  return [{ from: part('accounts'), to: 'anyone', ports: [portOf(accounts.openIdConnect.issuer)] }]
}

function portOf(address: string): number {
  const { port, protocol } = new URL(address)
  return port === '' ? ({ 'http:': 80, 'https:': 443 }[protocol] ?? 443) : Number(port)
}

/** Spans go out; who scales and who measures comes in. */
function forWatching(store: Store, { keda }: Surroundings): Edge[] {
  const { tracing, monitoring, autoscaling, kafka } = store.spec
  const { zipkinUrl } = tracing
  const prometheus: Peer = { namespace: monitoring.namespace }
  return [
    ...(zipkinUrl
      ? serviceNames.map((name): Edge => ({ from: part(name), to: 'anyone', ports: [portOf(zipkinUrl)] }))
      : []),
    ...(monitoring.podMonitors === 'off'
      ? []
      : serviceNames.map(
          (name): Edge => ({ from: prometheus, to: part(name), ports: [ports[name].app, SIDECAR_METRICS] }),
        )),
    ...(keda && kafka.type !== 'external'
      ? [{ from: { namespace: autoscaling.kedaNamespace }, to: part(KAFKA), ports: kafkaAccess(store).ports }]
      : []),
  ]
}

/** Parts that look up a name. */
const withNames = ({ spec: { kafka, simulators } }: Store): string[] => [
  ...serviceNames,
  ...servicesWithDatabase.map((name) => `migrate-${name}`),
  'databases',
  ...(kafka.type === 'strimzi' ? [] : ['topics']),
  ...(kafka.type === 'single' ? [KAFKA] : []),
  ...(simulators.enabled ? ['payment-broker', 'carrier'] : []),
]
