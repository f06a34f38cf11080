import { servicesWithDatabase } from '@aos/contracts/services'
import { topics } from '@aos/contracts/topics'
import { Construct } from 'constructs'
import { KAFKA, STRIMZI_PORT } from '../kafka-access.ts'
import type { StoreSpec } from '../store-spec.ts'
import { KafkaUser } from './kafka-user.ts'
import { resource, StoreChart } from './store-chart.ts'
import { STRIMZI } from './strimzi-api.ts'
import { Topic } from './topic.ts'

/** A Kafka cluster kept by the Strimzi operator, with TLS, a user for each service, and the topics. */
export class Strimzi extends Construct {
  constructor(scope: Construct) {
    super(scope, 'strimzi')
    const { kafka } = StoreChart.of(scope).store.spec
    const common = { part: KAFKA, phase: 'platform' as const }
    resource(this, {
      apiVersion: STRIMZI,
      kind: 'KafkaNodePool',
      name: 'brokers',
      ...common,
      labels: { 'strimzi.io/cluster': KAFKA },
      spec: {
        replicas: kafka.replicas,
        roles: ['controller', 'broker'],
        storage: disk(kafka),
        resources: { requests: { cpu: '250m', memory: '1Gi' }, limits: { memory: '2Gi' } },
        template: { pod: { securityContext: podSecurity }, kafkaContainer: containerSecurity },
      },
    })
    resource(this, {
      apiVersion: STRIMZI,
      kind: 'Kafka',
      name: KAFKA,
      ...common,
      spec: {
        kafka: {
          listeners: [listener],
          authorization: { type: 'simple' },
          config: settings(kafka),
        },
        entityOperator: {
          topicOperator: entityResources,
          userOperator: entityResources,
          template: {
            pod: { securityContext: podSecurity },
            topicOperatorContainer: containerSecurity,
            userOperatorContainer: containerSecurity,
          },
        },
      },
    })
    for (const topic of topics) new Topic(this, topic)
    for (const service of servicesWithDatabase) new KafkaUser(this, service)
  }
}

const listener = {
  name: 'store',
  port: STRIMZI_PORT,
  type: 'internal',
  tls: true,
  authentication: { type: 'scram-sha-512' },
}

const disk = ({ storage, storageClass }: StoreSpec['kafka']) => ({
  type: 'jbod',
  volumes: [
    {
      id: 0,
      type: 'persistent-claim',
      size: storage,
      deleteClaim: false,
      kraftMetadata: 'shared',
      ...(storageClass && { class: storageClass }),
    },
  ],
})

/** Each message is on up to three brokers, and said to be written once all but one of them have it. */
function settings({ replicas, partitions }: StoreSpec['kafka']) {
  const copies = Math.min(replicas, 3)
  const inSync = Math.max(copies - 1, 1)
  return {
    'default.replication.factor': copies,
    'min.insync.replicas': inSync,
    'offsets.topic.replication.factor': copies,
    'transaction.state.log.replication.factor': copies,
    'transaction.state.log.min.isr': inSync,
    'num.partitions': partitions,
    'auto.create.topics.enable': false,
    // Lets a killed consumer's partitions move on after 3 s instead of 6 s.
    'group.min.session.timeout.ms': 2000,
  }
}

const podSecurity = { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } }
const containerSecurity = {
  securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
}
const entityResources = {
  resources: { requests: { cpu: '50m', memory: '256Mi' }, limits: { memory: '512Mi' } },
}
