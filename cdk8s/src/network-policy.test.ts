import { serviceNames } from '@aos/contracts/services'
import { describe, expect, it } from 'vitest'
import {
  aBareCluster,
  aProductionStore,
  aRichCluster,
  aStore,
  aStoreOnExternalServers,
  find,
  type Manifest,
  render,
} from './store.samples.ts'

/** `name:port` of everybody whom a part may call, as its own policy says. */
const callees = (manifests: Manifest[], part: string): string[] =>
  (find(manifests, 'NetworkPolicy', part).spec.egress ?? []).flatMap(({ to, ports }: Manifest) =>
    (ports ?? [{ port: '*' }]).map(({ port }: Manifest) => `${nameOf(to)}:${port}`),
  )

/** `name:port` of everybody who may call a part. */
const callers = (manifests: Manifest[], part: string): string[] =>
  (find(manifests, 'NetworkPolicy', part).spec.ingress ?? []).flatMap(({ from, ports }: Manifest) =>
    (ports ?? [{ port: '*' }]).map(({ port }: Manifest) => `${nameOf(from)}:${port}`),
  )

function nameOf(peers: Manifest[] | undefined): string {
  if (!peers) return 'anyone'
  const [{ podSelector, namespaceSelector }] = peers as [Manifest]
  const labels = (podSelector ?? namespaceSelector).matchLabels
  return labels['app.kubernetes.io/name'] ?? labels['kubernetes.io/metadata.name'] ?? Object.values(labels)[0]
}

const dns = ['anyone:53', 'anyone:53']
const sidecar = 'dapr-system:*'

describe('in a store for trying', () => {
  const manifests = render(aStore({ monitoring: { podMonitors: 'off' } }))

  it('nobody talks to anybody unless an edge says so', () => {
    expect(find(manifests, 'NetworkPolicy', 'default-deny').spec).toEqual({
      podSelector: { matchLabels: { 'aos.dev/store': 'awesome' } },
      policyTypes: ['Ingress', 'Egress'],
    })
  })

  it.each([
    [
      'gateway',
      [
        'accounts:50002',
        'notifications:50002',
        'orders:50002',
        'payments:50002',
        'shipments:50002',
        'stock:50002',
        sidecar,
        ...dns,
      ],
    ],
    ['accounts', ['kafka:9092', 'postgres:5432', sidecar, ...dns]],
    ['orders', ['kafka:9092', 'postgres:5432', sidecar, ...dns]],
    ['stock', ['kafka:9092', 'postgres:5432', sidecar, ...dns]],
    ['payments', ['kafka:9092', 'payment-broker:8090', 'postgres:5432', sidecar, ...dns]],
    ['shipments', ['carrier:8091', 'kafka:9092', 'postgres:5432', sidecar, ...dns]],
    ['notifications', ['kafka:9092', 'mailbox:8025', 'postgres:5432', sidecar, ...dns]],
    ['migrate-orders', ['postgres:5432', ...dns]],
    ['databases', ['postgres:5432', ...dns]],
    ['topics', ['kafka:9092', ...dns]],
    ['payment-broker', ['gateway:8080', ...dns]],
    ['carrier', ['gateway:8080', ...dns]],
    ['web', []],
    ['mailbox', []],
    ['postgres', []],
  ])('%s calls only whom it has to', (part, expected) => {
    expect(callees(manifests, part).toSorted()).toEqual([...expected].sort())
  })

  it.each([
    ['gateway', ['anyone:8080', 'carrier:8080', 'payment-broker:8080']],
    ['web', ['anyone:8080']],
    ['accounts', ['gateway:50002']],
    ['orders', ['gateway:50002']],
    ['stock', ['gateway:50002']],
    ['payments', ['gateway:50002']],
    ['shipments', ['gateway:50002']],
    ['notifications', ['gateway:50002']],
    ['migrate-orders', []],
  ])('%s is called only by who has to', (part, expected) => {
    expect(callers(manifests, part).toSorted()).toEqual(expected)
  })

  it('the gateway reaches neither Kafka nor PostgreSQL', () => {
    for (const part of ['kafka', 'postgres'])
      expect(callers(manifests, part).map((caller) => caller.split(':')[0])).not.toContain('gateway')
  })

  it('both ends of every edge allow it', () => {
    const parts = manifests
      .filter(({ kind }) => kind === 'NetworkPolicy')
      .map(({ metadata }) => metadata.name)
    for (const part of parts)
      for (const callee of callees(manifests, part)) {
        const [name = '', port] = callee.split(':')
        if (parts.includes(name)) expect(callers(manifests, name)).toContain(`${part}:${port}`)
      }
  })
})

it('an ingress controller in a namespace of its own is the only one who comes in', () => {
  const manifests = render(aStore({ ingress: { namespace: 'traefik' }, monitoring: { podMonitors: 'off' } }))
  expect(callers(manifests, 'web')).toEqual(['traefik:8080'])
})

it('real third parties are reached where they are, on their ports only', () => {
  const manifests = render(aProductionStore({ payments: { brokerUrl: 'https://broker.example.com:8443' } }))
  expect(callees(manifests, 'payments')).toContain('anyone:8443')
  expect(callees(manifests, 'shipments')).toContain('anyone:443')
  expect(callees(manifests, 'orders').filter((callee) => callee.startsWith('anyone'))).toEqual([
    'anyone:9411',
    ...dns,
  ])
})

it('a provider of identities is reached where it is, by accounts alone', () => {
  const openIdConnect = { issuer: 'https://login.example.com:8444' }
  const manifests = render(aStore({ accounts: { openIdConnect } }))
  expect(callees(manifests, 'accounts')).toContain('anyone:8444')
  expect(callees(manifests, 'gateway')).not.toContain('anyone:8444')
})

it('servers outside are reached on their own ports', () => {
  const manifests = render(aStoreOnExternalServers())
  expect(callees(manifests, 'stock')).toEqual(expect.arrayContaining(['anyone:9093', 'anyone:5432']))
})

it('only Prometheus reads metrics, and KEDA asks Kafka', () => {
  const manifests = render(aStore({ services: { orders: {} } }), aRichCluster())
  for (const name of serviceNames) expect(callers(manifests, name)).toContain('monitoring:9090')
  expect(callers(manifests, 'kafka')).toContain('keda:9092')
  expect(callers(render(aStore(), aBareCluster()), 'kafka')).not.toContain('keda:9092')
})

it('pods that Strimzi and CloudNativePG keep are guarded, but reach what they need', () => {
  const manifests = render(aProductionStore())
  for (const part of ['kafka', 'postgres'])
    expect(find(manifests, 'NetworkPolicy', part).spec.policyTypes).toEqual(['Ingress'])
  expect(find(manifests, 'NetworkPolicy', 'postgres').spec.podSelector).toEqual({
    matchLabels: { 'cnpg.io/cluster': 'postgres' },
  })
  expect(callers(manifests, 'postgres')).toEqual(expect.arrayContaining(['orders:5432', 'anyone:8000']))
})
