import { describe, expect, it } from 'vitest'
import { shortcomings } from './pod-security.samples.ts'
import {
  aProductionStore,
  aRichCluster,
  aStore,
  aStoreOnExternalServers,
  find,
  type Manifest,
  podsOf,
  render,
} from './store.samples.ts'

const pods = [
  ...podsOf(render(aStore())),
  ...podsOf(render(aProductionStore(), aRichCluster())),
  ...podsOf(render(aStoreOnExternalServers(), aRichCluster())),
]

it.each(pods)('$name is restricted, read-only, and bounded', ({ template }) => {
  expect(shortcomings(template)).toEqual([])
})

it('the pods of a store for trying are all there', () => {
  const names = podsOf(render(aStore())).map(({ name }) => name.replace(/-[0-9a-f]{10}$/, ''))
  expect(names.toSorted()).toEqual([
    ...['accounts', 'carrier', 'gateway', 'mailbox', 'notifications', 'orders', 'payment-broker'].map(
      deployment,
    ),
    ...['payments', 'shipments', 'stock', 'web'].map(deployment),
    ...['databases', 'migrate-accounts', 'migrate-notifications', 'migrate-orders', 'migrate-payments'].map(
      job,
    ),
    ...['migrate-shipments', 'migrate-stock', 'topics'].map(job),
    'StatefulSet kafka',
    'StatefulSet postgres',
  ])
})
const deployment = (name: string) => `Deployment ${name}`
const job = (name: string) => `Job ${name}`

describe('what is not restricted is noticed', () => {
  const changed = (change: (spec: Manifest) => void) => {
    const { template } = structuredClone(find(render(aStore()), 'Deployment', 'web').spec)
    change(template.spec)
    return shortcomings(template)
  }

  it.each<[string, (spec: Manifest) => void, string[]]>([
    [
      'a path of the host',
      (spec) => spec.volumes.push({ name: 'x', hostPath: { path: '/' } }),
      ['has volumes of other kinds'],
    ],
    [
      'the root user',
      ({ containers }) => (containers[0].securityContext.runAsUser = 0),
      ['web: may run as root'],
    ],
    [
      'a root to write to',
      ({ containers }) => delete containers[0].securityContext.readOnlyRootFilesystem,
      ['web: may write to its root'],
    ],
    [
      'capabilities',
      ({ containers }) => (containers[0].securityContext.capabilities = {}),
      ['web: keeps capabilities'],
    ],
    ['a token', (spec) => (spec.automountServiceAccountToken = true), ['gets a service account token']],
  ])('%s', (_, change, expected) => {
    expect(changed(change)).toEqual(expected)
  })
})

it('a Strimzi broker and its operators are asked to run as restricted too', () => {
  const manifests = render(aProductionStore())
  const { template } = find(manifests, 'KafkaNodePool', 'brokers').spec
  expect(template.pod.securityContext).toEqual({
    runAsNonRoot: true,
    seccompProfile: { type: 'RuntimeDefault' },
  })
  expect(template.kafkaContainer.securityContext.capabilities).toEqual({ drop: ['ALL'] })
  expect(find(manifests, 'Kafka', 'kafka').spec.entityOperator.template.pod.securityContext).toEqual(
    template.pod.securityContext,
  )
})
