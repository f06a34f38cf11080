import { renderStore } from './render-store.ts'
import type { Store, Surroundings } from './store.ts'
import { StoreSpec, type StoreSpecInput } from './store-spec.ts'

/** A store for trying, unless the spec says otherwise. */
export const aStore = (spec: Partial<StoreSpecInput> = {}): Store => ({
  name: 'awesome',
  namespace: 'shop',
  spec: StoreSpec.parse({
    version: '1.2.3',
    host: 'shop.example.com',
    kafka: { type: 'single' },
    database: { type: 'single' },
    simulators: { enabled: true },
    ...spec,
  }),
})

/** As one sells with it. */
export const aProductionStore = (spec: Partial<StoreSpecInput> = {}): Store =>
  aStore({
    ingress: { tls: {} },
    kafka: { type: 'strimzi', partitions: 3 },
    database: { type: 'cloudnativepg' },
    simulators: { enabled: false },
    shipments: { carrierUrl: 'https://carrier.example.com/api' },
    tracing: { zipkinUrl: 'http://zipkin.observability:9411/api/v2/spans' },
    ...spec,
  })

/** On what others run, reached over TLS. */
export const aStoreOnExternalServers = (spec: Partial<StoreSpecInput> = {}): Store =>
  aProductionStore({
    kafka: {
      type: 'external',
      external: {
        brokers: ['kafka-1.example.com:9093', 'kafka-2.example.com:9093'],
        tls: true,
        caSecretName: 'kafka-ca',
        sasl: { mechanism: 'SCRAM-SHA-256', secretName: 'kafka-user' },
      },
    },
    database: {
      type: 'external',
      external: {
        host: 'postgres.example.com',
        secretName: 'postgres-admin',
        sslMode: 'verify-full',
        caSecretName: 'postgres-authority',
      },
    },
    ...spec,
  })

export const aBareCluster = (surroundings: Partial<Surroundings> = {}): Surroundings => ({
  keda: false,
  podMonitors: false,
  gatewayApi: false,
  secretRevisions: {},
  ...surroundings,
})

export const aRichCluster = (surroundings: Partial<Surroundings> = {}): Surroundings =>
  aBareCluster({ keda: true, podMonitors: true, gatewayApi: true, ...surroundings })

/** A manifest as anybody would read it. */
// biome-ignore lint/suspicious/noExplicitAny: manifests have as many shapes as kinds
export type Manifest = any

export const render = (store: Store, surroundings = aBareCluster()): Manifest[] =>
  renderStore(store, surroundings).map((object) => object.toJson())

/** The one of this kind and name; a Job is known by the name without its hash. */
export function find(manifests: Manifest[], kind: string, name: string): Manifest {
  const found = manifests.filter(
    (manifest) =>
      manifest.kind === kind &&
      (manifest.metadata.name === name ||
        (kind === 'Job' && manifest.metadata.name.replace(/-[0-9a-f]{10}$/, '') === name)),
  )
  if (found.length !== 1) throw new Error(`there are ${found.length} of ${kind} ${name}`)
  return found[0]
}

export const namesOf = (manifests: Manifest[], kind: string): string[] =>
  manifests.filter((manifest) => manifest.kind === kind).map((manifest) => manifest.metadata.name)

/** Every pod that a store would run, with the name of what runs it. */
export const podsOf = (manifests: Manifest[]): { name: string; template: Manifest }[] =>
  manifests
    .filter(({ kind }) => ['Deployment', 'StatefulSet', 'Job'].includes(kind))
    .map(({ kind, metadata, spec }) => ({ name: `${kind} ${metadata.name}`, template: spec.template }))
