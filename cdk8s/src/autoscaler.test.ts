import { describe, expect, it } from 'vitest'
import {
  aBareCluster,
  aProductionStore,
  aRichCluster,
  aStore,
  aStoreOnExternalServers,
  find,
  type Manifest,
  namesOf,
  render,
} from './store.samples.ts'

const consumers = ['notifications', 'orders', 'payments', 'shipments', 'stock']

describe('where KEDA is', () => {
  const manifests = render(aProductionStore(), aRichCluster())

  it('consumers scale by what waits for them, the others by their processor', () => {
    expect(namesOf(manifests, 'ScaledObject').toSorted()).toEqual(consumers)
    expect(namesOf(manifests, 'HorizontalPodAutoscaler').toSorted()).toEqual(['accounts', 'gateway', 'web'])
  })

  it('each topic that a consumer hears counts, in its own group', () => {
    const { triggers } = find(manifests, 'ScaledObject', 'notifications').spec
    expect(triggers.map(({ metadata }: Manifest) => [metadata.topic, metadata.consumerGroup])).toEqual([
      ['orders.events', 'notifications'],
      ['shipments.events', 'notifications'],
      ['accounts.events', 'notifications'],
    ])
    expect(triggers[0].metadata).toMatchObject({ sasl: 'scram_sha512', tls: 'enable', lagThreshold: '200' })
  })

  it('KEDA signs in to Strimzi as the service itself', () => {
    const { spec } = find(manifests, 'TriggerAuthentication', 'orders')
    expect(spec.secretTargetRef).toEqual([
      { parameter: 'password', name: 'orders', key: 'password' },
      { parameter: 'ca', name: 'kafka-cluster-ca-cert', key: 'ca.crt' },
    ])
    expect(find(manifests, 'ConfigMap', 'orders').data).toEqual({ username: 'orders' })
  })

  it('KEDA signs in elsewhere as whom the spec names', () => {
    const { spec } = find(
      render(aStoreOnExternalServers(), aRichCluster()),
      'TriggerAuthentication',
      'orders',
    )
    expect(spec.secretTargetRef).toContainEqual({
      parameter: 'username',
      name: 'kafka-user',
      key: 'username',
    })
    expect(spec.configMapTargetRef).toBeUndefined()
  })
})

it('without KEDA all scale by the processor time of their own container', () => {
  const manifests = render(aStore(), aBareCluster())
  expect(namesOf(manifests, 'HorizontalPodAutoscaler').toSorted()).toEqual(
    ['accounts', ...consumers, 'gateway', 'web'].toSorted(),
  )
  expect(
    find(manifests, 'HorizontalPodAutoscaler', 'orders').spec.metrics[0].containerResource,
  ).toMatchObject({ container: 'orders', name: 'cpu' })
})

it('the number of pods is said by the spec, or left to the autoscaler, never both', () => {
  const fixed = { replicas: { min: 2, max: 2 } }
  const manifests = render(aStore({ services: { stock: fixed }, web: fixed }))
  expect(namesOf(manifests, 'HorizontalPodAutoscaler')).not.toContain('stock')
  expect(find(manifests, 'Deployment', 'stock').spec.replicas).toBe(2)
  expect(find(manifests, 'Deployment', 'web').spec.replicas).toBe(2)
  expect(find(manifests, 'Deployment', 'orders').spec.replicas).toBeUndefined()
})

it('autoscaling that is off leaves each at its least', () => {
  const manifests = render(aStore({ autoscaling: { type: 'none' } }), aRichCluster())
  expect(namesOf(manifests, 'HorizontalPodAutoscaler')).toEqual([])
  expect(namesOf(manifests, 'ScaledObject')).toEqual([])
  expect(find(manifests, 'Deployment', 'orders').spec.replicas).toBe(1)
})
