import { serviceNames, servicesWithDatabase } from '@aos/contracts/services'
import { topics } from '@aos/contracts/topics'
import { describe, expect, it } from 'vitest'
import {
  aProductionStore,
  aStore,
  aStoreOnExternalServers,
  find,
  type Manifest,
  render,
} from './store.samples.ts'

const metadataOf = (manifests: Manifest[], component: string): Record<string, Manifest> =>
  Object.fromEntries(
    find(manifests, 'Component', component).spec.metadata.map(({ name, ...rest }: Manifest) => [name, rest]),
  )

const annotationsOf = (manifests: Manifest[], service: string): Record<string, string> =>
  find(manifests, 'Deployment', service).spec.template.metadata.annotations

const scoped = (text: string): Record<string, string[]> =>
  Object.fromEntries(
    text.split(';').map((entry) => {
      const [app = '', list = ''] = entry.split('=')
      return [app, list.split(',')]
    }),
  )

describe('the components of a store for trying', () => {
  const manifests = render(aStore())

  it('let a service say what it is the source of, and hear what is for it', () => {
    const { publishingScopes, subscriptionScopes } = metadataOf(manifests, 'pubsub')
    const says = scoped(publishingScopes.value)
    const hears = scoped(subscriptionScopes.value)
    expect(says.stock).toEqual(['stock.events', 'stock.dead-letters'])
    expect(hears.notifications).toEqual(['orders.events', 'shipments.events', 'accounts.events'])
    for (const { name, publishers, consumers } of topics)
      for (const service of servicesWithDatabase) {
        expect([name, says[service]?.includes(name)]).toEqual([name, publishers.includes(service)])
        expect([name, hears[service]?.includes(name)]).toEqual([name, consumers.includes(service)])
      }
  })

  it('name everybody who may load them, or daprd would give the unnamed all topics', () => {
    const { scopes } = find(manifests, 'Component', 'pubsub')
    const { publishingScopes, subscriptionScopes } = metadataOf(manifests, 'pubsub')
    expect(Object.keys(scoped(publishingScopes.value))).toEqual(scopes)
    expect(Object.keys(scoped(subscriptionScopes.value))).toEqual(scopes)
    expect(scopes).not.toContain('gateway')
  })

  it('know no topic but the declared ones', () => {
    expect(metadataOf(manifests, 'pubsub').allowedTopics.value.split(',')).toEqual(
      topics.map(({ name }) => name),
    )
  })

  it('keep carts in a database that only orders reaches, its password in a Secret', () => {
    expect(find(manifests, 'Component', 'state').scopes).toEqual(['orders'])
    expect(metadataOf(manifests, 'state')).toMatchObject({
      user: { value: 'state' },
      password: { secretKeyRef: { name: 'database-state', key: 'password' } },
    })
  })
})

describe('a sidecar', () => {
  const manifests = render(aStore())

  it.each(serviceNames)('of %s knows its service by a token, and asks it for the same', (service) => {
    expect(annotationsOf(manifests, service)).toMatchObject({
      'dapr.io/app-id': service,
      'dapr.io/config': service,
      'dapr.io/api-token-secret': `${service}-dapr`,
      'dapr.io/app-token-secret': `${service}-dapr`,
      'dapr.io/app-health-check-path': '/readyz',
      'dapr.io/enable-native-sidecar': 'true',
    })
  })

  it.each([
    ['gateway', ['invoke']],
    ['orders', ['publish', 'state', 'metadata']],
    ['stock', ['publish']],
  ])('of %s offers %j, and the same over gRPC', (service, blocks) => {
    const { allowed } = find(manifests, 'Configuration', service).spec.api
    for (const protocol of ['http', 'grpc'])
      expect(
        allowed.filter((rule: Manifest) => rule.protocol === protocol).map(({ name }: Manifest) => name),
      ).toEqual(blocks)
  })

  it('is started anew when what it reads changes, and only then', () => {
    const traced = render(aStore({ tracing: { samplingRate: '0.5' } }))
    const grown = render(aStore({ services: { orders: { replicas: { min: 2, max: 2 } } } }))
    const revision = (of: Manifest[]) => annotationsOf(of, 'orders')['aos.dev/dapr']
    expect(revision(traced)).not.toBe(revision(manifests))
    expect(revision(grown)).toBe(revision(manifests))
  })
})

describe('the way to Kafka', () => {
  it('by Strimzi is encrypted, and each service is a user of its own', () => {
    const manifests = render(aProductionStore())
    expect(metadataOf(manifests, 'pubsub')).toMatchObject({
      authType: { value: 'password' },
      saslMechanism: { value: 'SHA-512' },
      saslUsername: { value: '{appID}' },
      saslPassword: { envRef: 'KAFKA_PASSWORD' },
      disableTls: { value: 'false' },
      caCert: { secretKeyRef: { name: 'kafka-cluster-ca-cert', key: 'ca.crt' } },
    })
    expect(annotationsOf(manifests, 'stock')['dapr.io/env-from-secret']).toBe('KAFKA_PASSWORD=stock:password')
    expect(annotationsOf(manifests, 'gateway')['dapr.io/env-from-secret']).toBeUndefined()
  })

  it('of others takes their user from its Secret', () => {
    expect(metadataOf(render(aStoreOnExternalServers()), 'pubsub')).toMatchObject({
      brokers: { value: 'kafka-1.example.com:9093,kafka-2.example.com:9093' },
      saslMechanism: { value: 'SHA-256' },
      saslUsername: { secretKeyRef: { name: 'kafka-user', key: 'username' } },
      saslPassword: { secretKeyRef: { name: 'kafka-user', key: 'password' } },
      caCert: { secretKeyRef: { name: 'kafka-ca', key: 'ca.crt' } },
    })
  })

  it('with TLS and without a user asks for the certificate only', () => {
    const external = { brokers: ['kafka:9093'], tls: true, caSecretName: 'ca' }
    const kafka = { type: 'external' as const, external }
    expect(metadataOf(render(aProductionStore({ kafka })), 'pubsub')).toMatchObject({
      authType: { value: 'certificate' },
      caCert: { secretKeyRef: { name: 'ca', key: 'ca.crt' } },
    })
  })
})

it('a Kafka user may write what its service says, and read what it hears, and nothing else', () => {
  const { acls } = find(render(aProductionStore()), 'KafkaUser', 'payments').spec.authorization
  const rights = acls.map(
    ({ resource, operations }: Manifest) => `${resource.type} ${resource.name}: ${operations.join()}`,
  )
  expect(rights).toEqual([
    'topic payments.events: Describe,Write',
    'topic payments.dead-letters: Describe,Write',
    'topic payments.commands: Describe,Read',
    'group payments: Describe,Read',
  ])
})
