import type { KubeObject } from './objects.ts'
import { conditionOf, fieldOf } from './objects.ts'

/** How far an object is, in pods where it has any. */
export interface Readiness {
  /** All of it is there, and as new as its spec: what an upgrade waits for. */
  isComplete: boolean
  /** It does its work, if not with all its pods. */
  works: boolean
  ready: number
  wanted: number
  /** What its own status says when it is not complete. */
  message?: string | undefined
  /** It will never be: somebody has to act. */
  hasFailed?: boolean
}

const there: Readiness = { isComplete: true, works: true, ready: 0, wanted: 0 }
const number = (object: KubeObject, ...path: string[]): number => fieldOf<number>(object, ...path) ?? 0
const isSeen = (object: KubeObject): boolean =>
  number(object, 'status', 'observedGeneration') >= (object.metadata.generation ?? 0)

function deployment(object: KubeObject, least: number): Readiness {
  const wanted = Math.max(least, number(object, 'spec', 'replicas'))
  const ready = number(object, 'status', 'availableReplicas')
  const updated = number(object, 'status', 'updatedReplicas')
  const all = number(object, 'status', 'replicas')
  const failure = conditionOf(object, 'ReplicaFailure')
  // While old pods still serve, it is the new ones that are waited for.
  const readyNew = Math.max(0, ready - (all - updated))
  return {
    isComplete: isSeen(object) && updated >= wanted && ready >= wanted && all === updated,
    works: ready > 0 || wanted === 0,
    ready: isSeen(object) ? readyNew : 0,
    wanted,
    message: failure?.status === 'True' ? failure.message : undefined,
  }
}

function statefulSet(object: KubeObject): Readiness {
  const wanted = fieldOf<number>(object, 'spec', 'replicas') ?? 1
  const ready = number(object, 'status', 'readyReplicas')
  const isUpdated = number(object, 'status', 'updatedReplicas') >= wanted
  return { isComplete: isSeen(object) && isUpdated && ready >= wanted, works: ready > 0, ready, wanted }
}

function job(object: KubeObject): Readiness {
  const failed = conditionOf(object, 'Failed')
  const isComplete = conditionOf(object, 'Complete')?.status === 'True'
  const hasFailed = failed?.status === 'True'
  const message = hasFailed ? `${failed?.reason}: ${failed?.message}` : 'has not ended yet'
  return { isComplete, works: isComplete, ready: 0, wanted: 0, hasFailed, message }
}

/** Resources of other operators: what they all have is a condition Ready, if under various names of fields. */
function byCondition(object: KubeObject, ready: number, wanted: number): Readiness {
  const condition = conditionOf(object, 'Ready')
  const isComplete = condition?.status === 'True' && ready >= wanted
  const message = condition ? [condition.reason, condition.message].filter(Boolean).join(': ') : undefined
  return {
    isComplete,
    works: isComplete,
    ready,
    wanted,
    message: message || `its operator has not answered yet`,
  }
}

function postgresCluster(object: KubeObject): Readiness {
  const ready = number(object, 'status', 'readyInstances')
  return { ...byCondition(object, ready, number(object, 'spec', 'instances')), works: ready > 0 }
}

function database(object: KubeObject): Readiness {
  const isComplete = fieldOf<boolean>(object, 'status', 'applied') === true && isSeen(object)
  const message = fieldOf<string>(object, 'status', 'message') ?? 'its operator has not answered yet'
  return { isComplete, works: isComplete, ready: 0, wanted: 0, message }
}

const strimzi = (object: KubeObject): Readiness => {
  const readiness = byCondition(object, 0, 0)
  return { ...readiness, isComplete: readiness.isComplete && isSeen(object) }
}

const readers: Record<string, (object: KubeObject, least: number) => Readiness> = {
  Deployment: deployment,
  StatefulSet: statefulSet,
  Job: job,
  Kafka: strimzi,
  KafkaTopic: strimzi,
  KafkaUser: strimzi,
  Cluster: postgresCluster,
  Database: database,
}

/**
 * What is not in the table is ready as soon as it exists.
 *
 * @param least how many pods the spec asks for at least, where an autoscaler says how many there are now.
 */
export const readinessOf = (object: KubeObject, least = 1): Readiness =>
  readers[object.kind]?.(object, least) ?? there
