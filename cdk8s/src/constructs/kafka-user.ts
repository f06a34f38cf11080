import type { ServiceName } from '@aos/contracts/services'
import { topics } from '@aos/contracts/topics'
import { Construct } from 'constructs'
import { KAFKA } from '../kafka-access.ts'
import { resource } from './store-chart.ts'
import { STRIMZI } from './strimzi-api.ts'

/** A service's own user of Kafka, who may say and hear what the service does, and nothing else. */
export class KafkaUser extends Construct {
  constructor(scope: Construct, service: ServiceName) {
    super(scope, `user-${service}`)
    const own = (role: 'publishers' | 'consumers') =>
      topics.filter((topic) => topic[role].includes(service)).map(({ name }) => name)
    resource(this, {
      apiVersion: STRIMZI,
      kind: 'KafkaUser',
      name: service,
      part: KAFKA,
      phase: 'platform',
      labels: { 'strimzi.io/cluster': KAFKA },
      spec: {
        authentication: { type: 'scram-sha-512' },
        authorization: {
          type: 'simple',
          acls: [
            ...own('publishers').map((name) => allow('topic', name, ['Describe', 'Write'])),
            ...own('consumers').map((name) => allow('topic', name, ['Describe', 'Read'])),
            // The consumer group has the service's name.
            allow('group', service, ['Describe', 'Read']),
          ],
        },
      },
    })
  }
}

const allow = (type: 'topic' | 'group', name: string, operations: string[]) => ({
  resource: { type, name, patternType: 'literal' },
  operations,
  host: '*',
})
