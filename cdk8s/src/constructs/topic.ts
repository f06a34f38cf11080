import { partitionsOf, type Topic as TopicDeclaration } from '@aos/contracts/topics'
import { Construct } from 'constructs'
import { KAFKA } from '../kafka-access.ts'
import { resource, StoreChart } from './store-chart.ts'
import { STRIMZI } from './strimzi-api.ts'

/** A topic that Strimzi's topic operator keeps; it makes partitions more, and refuses to make them fewer. */
export class Topic extends Construct {
  constructor(scope: Construct, topic: TopicDeclaration) {
    super(scope, `topic-${topic.name}`)
    const { kafka } = StoreChart.of(scope).store.spec
    const replicas = Math.min(kafka.replicas, 3)
    resource(this, {
      apiVersion: STRIMZI,
      kind: 'KafkaTopic',
      name: topic.name,
      part: KAFKA,
      phase: 'platform',
      labels: { 'strimzi.io/cluster': KAFKA },
      spec: {
        partitions: partitionsOf(topic, kafka.partitions),
        replicas,
        config: {
          'retention.ms': topic.retentionMs,
          'min.insync.replicas': Math.max(replicas - 1, 1),
        },
      },
    })
  }
}
