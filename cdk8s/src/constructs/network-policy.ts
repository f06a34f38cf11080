import { Construct } from 'constructs'
import { POSTGRES } from '../database-access.ts'
import { type Edge, edges, type Peer } from '../edges.ts'
import { KAFKA } from '../kafka-access.ts'
import { STORE_LABEL, type Store } from '../store.ts'
import { resource, StoreChart, selectorOf } from './store-chart.ts'

/**
 * Nobody in the store talks to anybody, except along the edges; both ends of an edge have to allow it.
 * Pods that other operators keep in the same namespace are only protected from connections, because what
 * they themselves need is theirs to know.
 */
export class NetworkPolicies extends Construct {
  constructor(scope: Construct) {
    super(scope, 'network-policies')
    const { store, surroundings } = StoreChart.of(scope)
    const all = edges(store, surroundings)
    this.#policy(
      'default-deny',
      { matchLabels: { [STORE_LABEL]: store.name } },
      {
        policyTypes: ['Ingress', 'Egress'],
      },
    )
    for (const part of partsIn(all)) {
      const selector = podsOf(store, part)
      const ingress = all
        .filter(({ to }) => isPart(to, part))
        .map((edge) => rule('from', edge.from, edge, store))
      const egress = all
        .filter(({ from }) => isPart(from, part))
        .map((edge) => rule('to', edge.to, edge, store))
      this.#policy(
        part,
        selector,
        isForeign(store, part) ? guarded(store, part, ingress) : bothWays(ingress, egress),
      )
    }
  }

  #policy(part: string, podSelector: object, rules: object): void {
    resource(this, {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      name: part,
      part,
      phase: 'foundation',
      spec: { podSelector, ...rules },
    })
  }
}

const isPart = (peer: Peer, name: string) => typeof peer === 'object' && 'part' in peer && peer.part === name

const partsIn = (all: Edge[]): string[] => [
  ...new Set(
    all
      .flatMap(({ from, to }) => [from, to])
      .flatMap((peer) => (typeof peer === 'object' && 'part' in peer ? [peer.part] : [])),
  ),
]

const bothWays = (ingress: object[], egress: object[]) => ({
  policyTypes: ['Ingress', 'Egress'],
  ...(ingress.length > 0 && { ingress }),
  ...(egress.length > 0 && { egress }),
})

const isForeign = ({ spec: { kafka, database } }: Store, part: string): boolean =>
  (part === KAFKA && kafka.type === 'strimzi') || (part === POSTGRES && database.type === 'cloudnativepg')

/** What else comes in: replicas among themselves, their operator and Prometheus on ports of their own. */
const guarded = (store: Store, part: string, ingress: object[]) => ({
  policyTypes: ['Ingress'],
  ingress: [
    ...ingress,
    { from: [{ podSelector: podsOf(store, part) }] },
    { ports: operatorPorts[part]?.map((port) => ({ protocol: 'TCP', port })) },
  ],
})

const operatorPorts: Record<string, number[]> = { [KAFKA]: [9091, 8443, 9404], [POSTGRES]: [8000, 9187] }

function podsOf(store: Store, part: string): { matchLabels: Record<string, string> } {
  const { kafka, database } = store.spec
  if (part === KAFKA && kafka.type === 'strimzi') return { matchLabels: { 'strimzi.io/cluster': KAFKA } }
  if (part === POSTGRES && database.type === 'cloudnativepg')
    return { matchLabels: { 'cnpg.io/cluster': POSTGRES } }
  return { matchLabels: selectorOf(store, part) }
}

function rule(direction: 'from' | 'to', peer: Peer, { ports }: Edge, store: Store) {
  return {
    ...(peer !== 'anyone' && { [direction]: [pods(peer, store)] }),
    ...(ports && { ports: ports.flatMap((port) => (port === 'dns' ? dns : [{ protocol: 'TCP', port }])) }),
  }
}

const pods = (peer: Exclude<Peer, 'anyone'>, store: Store) =>
  'part' in peer
    ? { podSelector: podsOf(store, peer.part) }
    : { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': peer.namespace } } }

const dns = [
  { protocol: 'UDP', port: 53 },
  { protocol: 'TCP', port: 53 },
]
