import { Construct } from 'constructs'
import { kafkaAccess } from '../kafka-access.ts'
import type { EnvValue } from '../secret-value.ts'
import type { Store } from '../store.ts'
import { serviceImage } from './images.ts'
import { OneTimeJob, setupResources } from './job.ts'
import { container, secretFile } from './pod.ts'
import { ServiceAccount } from './service-account.ts'
import { StoreChart } from './store-chart.ts'

export const TOPICS = 'topics'
const CA_VOLUME = 'kafka-ca'
const CA_FOLDER = '/etc/aos/kafka-ca'

/** Makes the topics where no operator keeps them. */
export class TopicsJob extends Construct {
  constructor(scope: Construct) {
    super(scope, 'topics-job')
    const { store } = StoreChart.of(scope)
    const { ca } = kafkaAccess(store)
    new ServiceAccount(this, TOPICS)
    new OneTimeJob(this, {
      phase: 'platform',
      part: TOPICS,
      serviceAccount: TOPICS,
      containers: [
        container(store, {
          name: TOPICS,
          image: serviceImage(store, 'orders'),
          resources: setupResources,
          args: ['services/chassis/src/setup/topics.ts'],
          env: environment(store),
          ...(ca && { mounts: [{ path: CA_FOLDER, volume: CA_VOLUME, readOnly: true }] }),
        }),
      ],
      ...(ca && { volumes: [secretFile(CA_VOLUME, ca.secret, ca.key)] }),
    })
  }
}

function environment(store: Store): Record<string, EnvValue> {
  const { brokers, tls, ca, sasl } = kafkaAccess(store)
  const secret = sasl && sasl.users !== 'one each' ? sasl.users.secret : undefined
  return {
    KAFKA_BROKERS: brokers,
    KAFKA_TLS: String(tls),
    ...(ca && { NODE_EXTRA_CA_CERTS: `${CA_FOLDER}/${ca.key}` }),
    ...(sasl &&
      secret && {
        KAFKA_SASL_MECHANISM: sasl.mechanism,
        KAFKA_USERNAME: { secret, key: 'username' },
        KAFKA_PASSWORD: { secret, key: 'password' },
      }),
    TOPIC_PARTITIONS: String(store.spec.kafka.partitions),
  }
}
