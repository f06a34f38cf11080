import { platformPorts } from '@aos/contracts/services'
import { Construct } from 'constructs'
import { singleBrokerSettings } from '../broker-settings.ts'
import { brokerEnvironment, startBroker } from '../broker-start.ts'
import { KAFKA, singleBrokerHost } from '../kafka-access.ts'
import { SinglePod } from './single-pod.ts'
import { StoreChart } from './store-chart.ts'

/** The user of the public image. */
const USER = 1000
const DATA = '/var/lib/kafka/data'

/** One Kafka node without authentication, for development. */
export class KafkaSingle extends Construct {
  constructor(scope: Construct) {
    super(scope, 'kafka-single')
    const { namespace, spec } = StoreChart.of(scope).store
    const { image, storage: size, storageClass } = spec.kafka
    new SinglePod(this, {
      part: KAFKA,
      image,
      user: USER,
      ports: { kafka: platformPorts.kafka },
      dataPath: DATA,
      scratchPaths: [],
      storage: { size, storageClass },
      container: {
        env: brokerEnvironment,
        resources: { requests: { cpu: '50m', memory: '640Mi' }, limits: { memory: '1Gi' } },
        more: {
          command: startBroker(settings(namespace)),
          startupProbe: { tcpSocket: { port: 'kafka' }, periodSeconds: 2, failureThreshold: 90 },
          readinessProbe: { tcpSocket: { port: 'kafka' }, periodSeconds: 5 },
          livenessProbe: { tcpSocket: { port: 'kafka' }, periodSeconds: 15, failureThreshold: 4 },
        },
      },
    })
  }
}

/** Nothing of it changes with the store: without a disk, a broker that starts anew has lost its messages. */
const settings = (namespace: string) => ({
  ...singleBrokerSettings,
  listeners: `PLAINTEXT://:${platformPorts.kafka},CONTROLLER://127.0.0.1:${platformPorts.kafkaController}`,
  'advertised.listeners': `PLAINTEXT://${singleBrokerHost(namespace)}:${platformPorts.kafka}`,
  'controller.quorum.voters': `1@127.0.0.1:${platformPorts.kafkaController}`,
  'log.dirs': DATA,
  // A broker that lost its data with its pod gets its topics back from whoever uses them.
  'auto.create.topics.enable': true,
})
