import { expect, test } from 'vitest'
import { readinessOf } from './readiness.ts'

const object = (kind: string, status: object, spec: object = {}) => ({
  apiVersion: 'any',
  kind,
  metadata: { name: 'it', generation: 2 },
  spec,
  status: { observedGeneration: 2, ...status },
})
const condition = (type: string, status: string, more: object = {}) => ({
  conditions: [{ type, status, ...more }],
})
const pods = (all: number, updated: number, available: number) => ({
  replicas: all,
  updatedReplicas: updated,
  availableReplicas: available,
  readyReplicas: available,
})

const cases: Record<string, [given: ReturnType<typeof object>, expected: object]> = {
  'a Deployment whose pods are all new and ready is complete': [
    object('Deployment', pods(2, 2, 2), { replicas: 2 }),
    { isComplete: true, works: true, ready: 2, wanted: 2 },
  ],
  'a Deployment whose controller has not seen the change is not': [
    object('Deployment', { ...pods(1, 1, 1), observedGeneration: 1 }),
    { isComplete: false, ready: 0 },
  ],
  'a Deployment whose old pods serve works, but counts its new ones': [
    object('Deployment', pods(2, 1, 1)),
    { isComplete: false, works: true, ready: 0, wanted: 1 },
  ],
  'a Deployment whose pods may not be made quotes why': [
    object('Deployment', condition('ReplicaFailure', 'True', { message: 'exceeded quota' })),
    { isComplete: false, works: false, message: 'exceeded quota' },
  ],
  'a StatefulSet waits for its pods': [
    object('StatefulSet', pods(1, 1, 0)),
    { isComplete: false, works: false },
  ],
  'a Job is complete when it says so': [object('Job', condition('Complete', 'True')), { isComplete: true }],
  'a Job that gave up has failed': [
    object('Job', condition('Failed', 'True', { reason: 'BackoffLimitExceeded', message: 'too often' })),
    { isComplete: false, hasFailed: true, message: 'BackoffLimitExceeded: too often' },
  ],
  'a Kafka is what its condition says': [
    object('Kafka', condition('Ready', 'False', { reason: 'Creating' })),
    { isComplete: false, message: 'Creating' },
  ],
  'a PostgreSQL cluster with one of two instances works, but is not complete': [
    object('Cluster', { ...condition('Ready', 'False'), readyInstances: 1 }, { instances: 2 }),
    { isComplete: false, works: true, ready: 1, wanted: 2 },
  ],
  'what only has to exist is ready when it does': [object('Service', {}), { isComplete: true, works: true }],
}

test('a Deployment to which the autoscaler has not given its pods yet is not complete', () => {
  const given = object('Deployment', pods(1, 1, 1), { replicas: 1 })
  expect(readinessOf(given, 2)).toMatchObject({ isComplete: false, works: true, ready: 1, wanted: 2 })
})

test.each(Object.entries(cases))('%s', (_, [given, expected]) => {
  expect(readinessOf(given)).toMatchObject(expected)
})
