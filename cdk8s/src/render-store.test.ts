import { describe, expect, it } from 'vitest'
import { renderStore } from './render-store.ts'
import { faultsOf } from './schemas/validate.ts'
import {
  aBareCluster,
  aProductionStore,
  aRichCluster,
  aStore,
  aStoreOnExternalServers,
  find,
  render,
} from './store.samples.ts'
import { PHASE_LABEL, phases, STORE_LABEL } from './store.ts'

const httpRoute = { type: 'HTTPRoute', gateway: { name: 'public', namespace: 'gateways' } } as const

const stores = {
  'for trying': { store: aStore(), surroundings: aBareCluster() },
  'for trying, with disks': {
    store: aStore({
      kafka: { type: 'single', storageClass: 'fast' },
      database: { type: 'single', storageClass: 'fast' },
    }),
    surroundings: aBareCluster(),
  },
  'of the production shape': { store: aProductionStore(), surroundings: aRichCluster() },
  'of the production shape, with many brokers on a disk of choice': {
    store: aProductionStore({ kafka: { type: 'strimzi', replicas: 5, storageClass: 'fast' } }),
    surroundings: aBareCluster(),
  },
  'on external servers': { store: aStoreOnExternalServers(), surroundings: aRichCluster() },
  'on an external Kafka without a password': {
    store: aProductionStore({
      kafka: { type: 'external', external: { brokers: ['kafka:9092'] } },
      database: {
        type: 'external',
        external: { host: 'postgres', secretName: 'admin', sslMode: 'require' },
      },
    }),
    surroundings: aRichCluster(),
  },
  'behind a Gateway': {
    store: aStore({ ingress: httpRoute, images: { pullSecrets: ['registry'] } }),
    surroundings: aRichCluster(),
  },
}

describe.each(Object.entries(stores))('a store %s', (_, { store, surroundings }) => {
  const manifests = render(store, surroundings)

  it('is made of what the API server and the operators know', () => {
    const faults = manifests.flatMap((manifest) =>
      faultsOf(manifest).map((fault) => `${manifest.kind} ${manifest.metadata.name}${fault}`),
    )
    expect(faults).toEqual([])
  })

  it('names nothing twice', () => {
    const names = manifests.map(({ kind, metadata }) => `${kind} ${metadata.name}`)
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
  })

  it('is all in its namespace, labelled with the store and the phase of an upgrade', () => {
    for (const { metadata } of manifests) {
      expect(metadata.namespace).toBe('shop')
      expect(metadata.labels[STORE_LABEL]).toBe('awesome')
      expect(phases).toContain(metadata.labels[PHASE_LABEL])
    }
  })

  it('is rendered the same again', () => {
    expect(render(store, surroundings)).toEqual(manifests)
  })
})

it('a field that nobody knows would be found', () => {
  const manifest = find(render(aStore()), 'Deployment', 'orders')
  manifest.spec.template.spec.containers[0].imagePulPolicy = 'Always'
  expect(faultsOf(manifest)).toEqual([
    '/spec/template/spec/containers/0 must NOT have additional properties {"additionalProperty":"imagePulPolicy"}',
  ])
})

it.each([
  ['ingress.type', { ingress: httpRoute }, /Gateway API: install its CRDs, or set ingress.type to Ingress/],
  [
    'autoscaling.type',
    { autoscaling: { type: 'keda' } },
    /no KEDA: install it, or set autoscaling.type to auto/,
  ],
  ['monitoring.podMonitors', { monitoring: { podMonitors: 'on' } }, /no Prometheus operator: install it/],
] as const)('%s that the cluster cannot fulfil is refused with the remedy', (_, spec, remedy) => {
  expect(() => renderStore(aStore(spec), aBareCluster())).toThrow(remedy)
  expect(() => renderStore(aStore(spec), aRichCluster())).not.toThrow()
})
