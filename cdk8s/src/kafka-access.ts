import { platformPorts } from '@aos/contracts/services'
import type { SecretValue } from './secret-value.ts'
import type { Store } from './store.ts'

type SaslMechanism = 'SCRAM-SHA-512' | 'SCRAM-SHA-256' | 'PLAIN'

/** How the store's programs reach Kafka. */
export interface KafkaAccess {
  /** `host:port`, comma separated. */
  brokers: string
  ports: number[]
  tls: boolean
  /** The authority that signed the brokers' certificates, unless it is a public one. */
  ca?: SecretValue
  sasl?: {
    mechanism: SaslMechanism
    /** Each service has a user of its name, whose password is in the Secret of that name; or all use this one. */
    users: 'one each' | { secret: string }
  }
}

/** Name of the single broker and of the Strimzi cluster alike. */
export const KAFKA = 'kafka'

/** The listener with TLS and SCRAM that the Strimzi cluster is given. */
export const STRIMZI_PORT = 9094

export function kafkaAccess({ namespace, spec: { kafka } }: Store): KafkaAccess {
  if (kafka.type === 'external' && kafka.external) return externalAccess(kafka.external)
  if (kafka.type === 'single') {
    const port = platformPorts.kafka
    return { brokers: `${singleBrokerHost(namespace)}:${port}`, ports: [port], tls: false }
  }
  return {
    brokers: `${KAFKA}-kafka-bootstrap.${namespace}.svc:${STRIMZI_PORT}`,
    ports: [STRIMZI_PORT],
    tls: true,
    ca: { secret: `${KAFKA}-cluster-ca-cert`, key: 'ca.crt' },
    // Strimzi puts the password of a KafkaUser into a Secret of the user's name.
    sasl: { mechanism: 'SCRAM-SHA-512', users: 'one each' },
  }
}

/** In full, because the broker hands it on to whoever asks, from other namespaces as well. */
export const singleBrokerHost = (namespace: string): string => `${KAFKA}.${namespace}.svc`

type External = NonNullable<Store['spec']['kafka']['external']>

function externalAccess({ brokers, tls, caSecretName, sasl }: External): KafkaAccess {
  return {
    brokers: brokers.join(),
    ports: [...new Set(brokers.map((broker) => Number(broker.split(':')[1])))],
    tls,
    ...(caSecretName && { ca: { secret: caSecretName, key: 'ca.crt' } }),
    ...(sasl && {
      sasl: { mechanism: sasl.mechanism, users: { secret: sasl.secretName } },
    }),
  }
}
