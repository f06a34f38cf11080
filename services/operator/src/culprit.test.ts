import { describe, expect, test } from 'vitest'
import { culpritOf, lacksSidecar } from './culprit.ts'
import type { KubeObject } from './objects.ts'

const aPod = (status: object, annotations: Record<string, string> = {}): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'orders-1', annotations, creationTimestamp: '2026-01-01T00:00:00Z' },
  spec: { containers: [{ name: 'orders' }] },
  status,
})
const waiting = (reason: string, message?: string) => ({
  containerStatuses: [{ name: 'orders', image: 'shop/orders:1', state: { waiting: { reason, message } } }],
})

const cases: Record<string, [status: object, culprit: string | undefined]> = {
  'a ready pod has no culprit': [{ conditions: [{ type: 'Ready', status: 'True' }] }, undefined],
  'a pod on its ordinary way up has none': [waiting('ContainerCreating'), undefined],
  'an image that cannot be pulled is named': [
    waiting('ImagePullBackOff', 'changes'),
    'ImagePullBackOff shop/orders:1',
  ],
  'a missing secret is named': [
    waiting('CreateContainerConfigError', 'secret "mail" not found'),
    'CreateContainerConfigError orders: secret "mail" not found',
  ],
  'a crash is named with its last words': [
    {
      containerStatuses: [
        {
          name: 'orders',
          image: 'shop/orders:1',
          state: { waiting: { reason: 'CrashLoopBackOff', message: 'back-off 20s' } },
          lastState: { terminated: { exitCode: 1, message: 'first line\nno database\n' } },
        },
      ],
    },
    'CrashLoopBackOff orders (exit code 1: no database)',
  ],
  'a pod without a place is explained by the scheduler': [
    {
      conditions: [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message: '0/1 nodes' }],
    },
    'Unschedulable: 0/1 nodes',
  ],
  'a container that runs and is not ready is named': [
    { containerStatuses: [{ name: 'orders', image: 'x', ready: false, state: { running: {} } }] },
    'orders runs but is not ready',
  ],
  'an init container comes before the containers that wait for it': [
    {
      ...waiting('PodInitializing'),
      initContainerStatuses: [{ name: 'schema', image: 'x', state: { running: {} } }],
    },
    'schema runs but is not ready',
  ],
}

describe('the culprit', () => {
  test.each(Object.entries(cases))('%s', (_, [status, culprit]) => {
    expect(culpritOf([aPod(status)])).toBe(culprit)
  })

  test('of several pods is the newest one’s', () => {
    const old = aPod(waiting('ErrImagePull'))
    const recent = aPod(waiting('CreateContainerError'))
    recent.metadata.creationTimestamp = '2026-01-02T00:00:00Z'
    expect(culpritOf([old, recent])).toBe('CreateContainerError orders')
  })
})

describe('a sidecar', () => {
  test('is missed where one is asked for, as a container or as an init container', () => {
    const pod = aPod({}, { 'dapr.io/enabled': 'true' })
    expect(lacksSidecar(pod)).toBe(true)
    expect(lacksSidecar({ ...pod, spec: { initContainers: [{ name: 'daprd' }], containers: [] } })).toBe(
      false,
    )
    expect(lacksSidecar(aPod({}))).toBe(false)
  })
})
