import type { ServiceName } from '@aos/contracts/services'
import { subscribedTopics } from '@aos/contracts/topics'
import { Construct } from 'constructs'
import { kafkaAccess } from '../kafka-access.ts'
import type { Phase, Store, Surroundings } from '../store.ts'
import { LagReader } from './lag-reader.ts'
import { resource, StoreChart } from './store-chart.ts'

/** What tells that a service has too much to do: messages that wait for it, or its processor. */
type Signal = 'lag' | 'processor' | 'none'

/** A part that may have several pods. */
type Scalable = ServiceName | 'web'

const replicasOf = ({ spec }: Store, name: Scalable) =>
  name === 'web' ? spec.web.replicas : spec.services[name].replicas

const topicsOf = (name: Scalable) => (name === 'web' ? [] : subscribedTopics(name))

export function scalingSignal(store: Store, { keda }: Surroundings, name: Scalable): Signal {
  const { spec } = store
  const { min, max } = replicasOf(store, name)
  const { type } = spec.autoscaling
  if (type === 'none' || min === max) return 'none'
  const withKeda = type === 'keda' || (type === 'auto' && keda)
  return withKeda && topicsOf(name).length > 0 ? 'lag' : 'processor'
}

export const isAutoscaled = ({ store, surroundings }: StoreChart, name: Scalable): boolean =>
  scalingSignal(store, surroundings, name) !== 'none'

/** Gives a part more pods, and takes them back. */
export class Autoscaler extends Construct {
  constructor(scope: Construct, name: Scalable, phase: Phase) {
    super(scope, 'autoscaler')
    const { store, surroundings } = StoreChart.of(scope)
    const common = { name, part: name, phase }
    if (scalingSignal(store, surroundings, name) === 'lag') {
      if (needsSignIn(store) && name !== 'web')
        new LagReader(this, { service: name, phase, kafka: kafkaAccess(store) })
      resource(this, {
        apiVersion: 'keda.sh/v1alpha1',
        kind: 'ScaledObject',
        ...common,
        spec: onLag(store, name),
      })
    } else
      resource(this, {
        apiVersion: 'autoscaling/v2',
        kind: 'HorizontalPodAutoscaler',
        ...common,
        spec: onProcessor(store, name),
      })
  }
}

const onLag = (store: Store, name: Scalable) => ({
  scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
  minReplicaCount: replicasOf(store, name).min,
  maxReplicaCount: replicasOf(store, name).max,
  pollingInterval: 15,
  triggers: topicsOf(name).map((topic) => ({
    type: 'kafka',
    metadata: {
      bootstrapServers: kafkaAccess(store).brokers,
      consumerGroup: name,
      topic: topic.name,
      lagThreshold: String(store.spec.autoscaling.lagPerReplica),
      offsetResetPolicy: 'earliest',
      // A pod without a partition would have nothing to do.
      allowIdleConsumers: 'false',
      ...security(store),
    },
    ...(needsSignIn(store) && { authenticationRef: { name } }),
  })),
})

const needsSignIn = (store: Store) => kafkaAccess(store).sasl !== undefined || kafkaAccess(store).tls

const mechanisms = { 'SCRAM-SHA-512': 'scram_sha512', 'SCRAM-SHA-256': 'scram_sha256', PLAIN: 'plaintext' }

function security(store: Store): Record<string, string> {
  const { sasl, tls } = kafkaAccess(store)
  return {
    ...(sasl && { sasl: mechanisms[sasl.mechanism] }),
    ...(tls && { tls: 'enable' }),
  }
}

const onProcessor = (store: Store, name: Scalable) => ({
  scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
  minReplicas: replicasOf(store, name).min,
  maxReplicas: replicasOf(store, name).max,
  metrics: [
    {
      type: 'ContainerResource',
      containerResource: {
        name: 'cpu',
        container: name,
        target: { type: 'Utilization', averageUtilization: store.spec.autoscaling.cpuPercent },
      },
    },
  ],
})
