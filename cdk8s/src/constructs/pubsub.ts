import { daprComponents, type ServiceName, servicesWithDatabase } from '@aos/contracts/services'
import { topics } from '@aos/contracts/topics'
import { Construct } from 'constructs'
import type { KafkaAccess } from '../kafka-access.ts'
import { component, type MetadataValue } from './dapr-component.ts'

interface Props {
  kafka: Pick<KafkaAccess, 'brokers' | 'tls' | 'ca' | 'sasl'>
  labels?: Record<string, string>
}

/** The way to Kafka, open to those who say or hear something, each for its own topics. */
export class PubSub extends Construct {
  constructor(scope: Construct, { kafka, labels }: Props) {
    super(scope, daprComponents.pubsub)
    component(this, daprComponents.pubsub, {
      type: 'pubsub.kafka',
      version: 'v1',
      scopes: publishersAndConsumers,
      labels,
      metadata: {
        brokers: kafka.brokers,
        ...authentication(kafka),
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
        allowedTopics: topics.map(({ name }) => name).join(),
        publishingScopes: scopesOf('publishers'),
        subscriptionScopes: scopesOf('consumers'),
      },
    })
  }
}

const publishersAndConsumers = servicesWithDatabase

/** `orders=stock.commands,orders.events;stock=…`; who is named with nothing behind may use none. */
const scopesOf = (role: 'publishers' | 'consumers'): string =>
  publishersAndConsumers
    .map((service) => {
      const own = topics.filter((topic) => topic[role].includes(service))
      return `${service}=${own.map(({ name }) => name).join()}`
    })
    .join(';')

const mechanisms = { 'SCRAM-SHA-512': 'SHA-512', 'SCRAM-SHA-256': 'SHA-256', PLAIN: 'PLAINTEXT' }

/** Where a sidecar finds the password of the user that only its own service is. */
const PASSWORD_VARIABLE = 'KAFKA_PASSWORD'

function authentication({ tls, ca, sasl }: Props['kafka']): Record<string, MetadataValue> {
  const encryption: Record<string, MetadataValue> = {
    disableTls: String(!tls),
    ...(tls && ca && { caCert: ca }),
  }
  if (!sasl) return { authType: tls ? 'certificate' : 'none', ...(tls && encryption) }
  const { users } = sasl
  const own = users === 'one each'
  return {
    authType: 'password',
    saslMechanism: mechanisms[sasl.mechanism],
    saslUsername: own ? '{appID}' : { secret: users.secret, key: 'username' },
    saslPassword: own ? { environment: PASSWORD_VARIABLE } : { secret: users.secret, key: 'password' },
    ...encryption,
  }
}

/** What the sidecar of a service gets from a Secret of the service's own. */
export const sidecarSecret = ({ sasl }: KafkaAccess, service: ServiceName) =>
  sasl?.users === 'one each' && service !== 'gateway'
    ? { variable: PASSWORD_VARIABLE, secretKeyRef: { name: service, key: 'password' } }
    : undefined
