import { daprComponents, type ServiceName, serviceNames } from '@aos/contracts/services'
import { ApiObject } from 'cdk8s'
import type { Construct } from 'constructs'

const DAPR = 'dapr.io/v1alpha1'

export interface DaprAddresses {
  /** `host:port`, comma separated. */
  kafkaBrokers: string
  /** Of the database that holds carts and other values kept by key. */
  stateDatabaseUrl: string
}

const metadata = (values: Record<string, string>) =>
  Object.entries(values).map(([name, value]) => ({ name, value }))

interface ComponentProps {
  type: string
  scopes: readonly ServiceName[]
  values: Record<string, string>
}

const component = (scope: Construct, name: string, { type, scopes, values }: ComponentProps) =>
  new ApiObject(scope, name, {
    apiVersion: DAPR,
    kind: 'Component',
    metadata: { name },
    scopes: [...scopes],
    spec: { type, version: type.startsWith('state.') ? 'v2' : 'v1', metadata: metadata(values) },
  })

const publishersAndConsumers = serviceNames.filter((name) => name !== 'gateway')

export function pubsub(scope: Construct, { kafkaBrokers }: DaprAddresses): ApiObject {
  return component(scope, daprComponents.pubsub, {
    type: 'pubsub.kafka',
    scopes: publishersAndConsumers,
    values: {
      brokers: kafkaBrokers,
      authType: 'none',
      // The consumer group is the app id, so that replicas share the work and services do not.
      consumerID: '{appID}',
      // "newest" would lose what was said before a group first listened.
      initialOffset: 'oldest',
      // How long a partition idles after its reader was killed; the broker allows 2 s and more.
      sessionTimeout: '3s',
      heartbeatInterval: '1s',
      maxMessageBytes: '1048576',
      clientConnectionTopicMetadataRefreshInterval: '1m',
      channelBufferSize: '256',
    },
  })
}

export function state(scope: Construct, { stateDatabaseUrl }: DaprAddresses): ApiObject {
  return component(scope, daprComponents.state, {
    type: 'state.postgresql',
    scopes: ['orders'],
    values: {
      connectionString: stateDatabaseUrl,
      keyPrefix: 'name',
      cleanupInterval: '10m',
      maxConns: '8',
    },
  })
}

/**
 * A delivery that has to come again does so soon and without limit, so that an outage never ends in a
 * lost message. A call between services is not repeated: the caller knows better whether it may be.
 */
export const resiliency = (scope: Construct): ApiObject =>
  new ApiObject(scope, 'resiliency', {
    apiVersion: DAPR,
    kind: 'Resiliency',
    metadata: { name: 'store' },
    spec: {
      policies: {
        retries: {
          untilDone: { policy: 'constant', duration: '250ms', maxRetries: -1 },
          never: { policy: 'constant', duration: '1s', maxRetries: 0 },
        },
      },
      targets: {
        components: { [daprComponents.pubsub]: { inbound: { retry: 'untilDone' } } },
        apps: Object.fromEntries(serviceNames.map((name) => [name, { retry: 'never' }])),
      },
    },
  })
