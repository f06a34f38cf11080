import { phases } from '@aos/cdk8s/store'
import { describe, expect, test } from 'vitest'
import { kinds } from './kinds.ts'
import { aSituation, aStore, installed } from './testing/situation.ts'
import { look } from './view.ts'

const everything = new Set(kinds.map(({ apiVersion }) => apiVersion))
const production = aStore({
  spec: {
    kafka: { type: 'strimzi' },
    database: { type: 'cloudnativepg' },
    simulators: { enabled: false },
    shipments: { carrierUrl: 'https://ship.example' },
    autoscaling: { type: 'keda' },
    ingress: { type: 'HTTPRoute', gateway: { name: 'web' } },
    monitoring: { podMonitors: 'on' },
  },
})
const stores = { 'of a laptop': aStore(), 'in production': production }

describe.each(Object.entries(stores))('a store %s', (_, store) => {
  const { parts } = look(aSituation([store], { served: everything }), store)

  test('is made of kinds that the operator knows, each part in a phase', () => {
    expect(parts.length).toBeGreaterThan(40)
    for (const { phase } of parts) expect(phases).toContain(phase)
  })

  test('owns its parts, except for those whose end would be the end of data', () => {
    const ownerless = parts
      .filter(({ wanted }) => !wanted.metadata.ownerReferences)
      .map(({ wanted }) => wanted.kind)
    const data = [
      'Secret',
      'PersistentVolumeClaim',
      'Kafka',
      'KafkaNodePool',
      'KafkaTopic',
      'Cluster',
      'Database',
    ]
    expect(ownerless.filter((kind) => !data.includes(kind))).toEqual([])
  })

  test('has no part whose digest depends on anything but spec and surroundings', () => {
    const again = look(aSituation([store], { served: everything }), store).parts
    expect(again.map(({ wanted }) => wanted)).toEqual(parts.map(({ wanted }) => wanted))
  })
})

test.each([
  ['HPA', { type: 'hpa' }],
  ['KEDA', { type: 'keda' }],
] as const)('a service waits for as many pods as its spec asks for at least (%s)', (_, autoscaling) => {
  const store = aStore({
    spec: { ...production.spec, autoscaling, services: { orders: { replicas: { min: 2, max: 4 } } } },
  })
  const { parts } = look(installed(store, { served: everything }), store)
  const orders = parts.find(({ wanted }) => wanted.kind === 'Deployment' && wanted.metadata.name === 'orders')
  expect(orders).toMatchObject({
    readiness: { isComplete: false, ready: 1, wanted: 2 },
    trouble: 'orders: 1 of 2 pods ready',
  })
})
