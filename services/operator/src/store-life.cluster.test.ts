import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isStatus } from './api-error.ts'
import { fieldOf, type KubeObject } from './objects.ts'
import { StoreFixture } from './testing/store-fixture.ts'

let fixture: StoreFixture
beforeAll(async () => {
  fixture = await StoreFixture.make('life')
  await fixture.operator()
}, 600_000)
afterAll(() => fixture.remove())

const imageOf = (deployment: KubeObject) =>
  fieldOf<{ image: string }[]>(deployment, 'spec', 'template', 'spec', 'containers')?.[0]?.image
const uidOf = async (kind: string, name: string) => (await fixture.read(kind, name)).metadata.uid

describe('a store on a real API server', () => {
  test('becomes ready, and then nothing is written any more', async () => {
    const onDisk = { type: 'single', storageClass: 'none-that-exists' }
    await fixture.createStore({ kafka: onDisk, database: onDisk })
    const { status } = await fixture.isReady()
    expect(status).toMatchObject({ version: '0.1.0', url: 'http://shop.example.test' })
    expect(status?.services?.every(({ ready, wanted }) => ready === wanted)).toBe(true)
    expect(await fixture.writesAtRest(5)).toEqual([])
  })

  test('is left alone by an operator that comes later', async () => {
    const operator = await fixture.operator('operator-0')
    await fixture.until('the new operator leads', async () => operator.output.includes('leading'))
    expect(await fixture.writesAtRest(5)).toEqual([])
    await operator.end()
  })

  test('gets back what was deleted by hand', async () => {
    const before = await uidOf('Service', 'orders')
    await fixture.delete(fixture.path('Service', 'orders'))
    await fixture.delete(fixture.path('Deployment', 'web'))
    await fixture.until('a new Service', async () => (await uidOf('Service', 'orders')) !== before)
    await fixture.until('a new Deployment', () => fixture.exists('Deployment', 'web'))
    await fixture.isReady()
  })

  test('gets back what was edited by hand, and keeps what others added', async () => {
    const path = fixture.path('Deployment', 'orders')
    const good = imageOf(await fixture.read('Deployment', 'orders'))
    const containers = [{ name: 'orders', image: 'somebody/else:1' }]
    await fixture.api.write({
      method: 'PATCH',
      path,
      contentType: 'application/strategic-merge-patch+json',
      body: { metadata: { annotations: { mine: 'yes' } }, spec: { template: { spec: { containers } } } },
    })
    await fixture.until(
      'the old image',
      async () => imageOf(await fixture.read('Deployment', 'orders')) === good,
    )
    expect((await fixture.read('Deployment', 'orders')).metadata.annotations?.mine).toBe('yes')
    await fixture.patch(path, { metadata: { labels: { 'aos.dev/store': null, 'aos.dev/phase': null } } })
    await fixture.until('the label', async () => {
      const { labels } = (await fixture.read('Deployment', 'orders')).metadata
      return labels?.['aos.dev/phase'] === 'services' && labels['aos.dev/store'] === 'awesome'
    })
    await fixture.isReady()
    expect(await fixture.writesAtRest(3)).toEqual([])
  })

  test('loses what its spec has no more, and nothing that is not its own', async () => {
    await fixture.create(fixture.path('ConfigMap'), {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'of-somebody-else', labels: { 'aos.dev/store': 'awesome' } },
    })
    await fixture.changeStore({
      simulators: { enabled: false },
      shipments: { carrierUrl: 'https://ship.test' },
    })
    await fixture.until('no simulators', async () => !(await fixture.exists('Deployment', 'carrier')))
    await fixture.isReady()
    expect(await fixture.exists('ConfigMap', 'of-somebody-else')).toBe(true)
    expect(await fixture.exists('Secret', 'simulators')).toBe(true)
    await fixture.changeStore({ simulators: { enabled: true } })
    await fixture.until('simulators again', () => fixture.exists('Deployment', 'carrier'))
    await fixture.isReady()
  })

  test('keeps its generated secrets, and starts the pods anew that use a changed one', async () => {
    const secret = await fixture.read('Secret', 'orders-dapr')
    const revision = async (name: string) =>
      JSON.stringify(fieldOf(await fixture.read('Deployment', name), 'spec', 'template', 'metadata'))
    const [orders, stock] = [await revision('orders'), await revision('stock')]
    await fixture.patch(fixture.path('Secret', 'orders-dapr'), { stringData: { token: 'another-one' } })
    await fixture.until('new pods of orders', async () => (await revision('orders')) !== orders)
    expect(await revision('stock')).toBe(stock)
    const now = fieldOf<string>(await fixture.read('Secret', 'orders-dapr'), 'data', 'token')
    expect(now).toBe(Buffer.from('another-one').toString('base64'))
    expect(now).not.toBe(fieldOf(secret, 'data', 'token'))
    await fixture.isReady()
  })

  test('is not touched while it is paused', async () => {
    await fixture.changeStore({ paused: true })
    await fixture.says('Progressing', 'Paused')
    await fixture.delete(fixture.path('Service', 'orders'))
    expect(await fixture.says('Ready', 'NotReady')).toBe('Service orders: is not there')
    expect(await fixture.writesAtRest(3)).toEqual([])
    expect(await fixture.exists('Service', 'orders')).toBe(false)
    await fixture.changeStore({ paused: false })
    await fixture.until('the Service', () => fixture.exists('Service', 'orders'))
    await fixture.isReady()
  })

  test('whose spec contradicts itself is refused with the remedy, and goes on as it was', async () => {
    const change = fixture.changeStore({ kafka: { type: 'external' } })
    const refusal = await change.catch((error: unknown) => error)
    expect(isStatus(refusal, 422)).toBe(true)
    expect(String(refusal)).toContain('kafka.external: { brokers: ["host:9092"] }')
    await fixture.isReady()
  })

  test('that needs what the cluster does not have says what to install', async () => {
    await fixture.changeStore({ autoscaling: { type: 'keda' } })
    expect(await fixture.says('Degraded', 'PlatformMissing')).toContain('install it, or set autoscaling.type')
    await fixture.changeStore({ autoscaling: { type: 'none' } })
    await fixture.isReady()
  })

  test('shares its namespace with no second one', async () => {
    await fixture.createStore({}, 'second')
    const message = await fixture.says('Ready', 'NamespaceTaken', 'second')
    expect(message).toContain('already has the store "awesome"')
    await fixture.isReady()
    await fixture.delete(`/apis/aos.dev/v1alpha1/namespaces/${fixture.namespace}/stores/second`)
  })

  test('tells its story in events, each once', async () => {
    const events = await fixture.api.list(`/api/v1/namespaces/${fixture.namespace}/events`, {
      fieldSelector: 'involvedObject.kind=Store',
    })
    const told = events.map((event) => `${event.reason}: ${event.message}`)
    expect(told).toContain('Ready: version 0.1.0 is ready')
    expect(new Set(events.map(({ metadata }) => metadata.name)).size).toBe(events.length)
  })

  test('takes with it all it has, but no data, when it is deleted', async () => {
    await fixture.delete(`/apis/aos.dev/v1alpha1/namespaces/${fixture.namespace}/stores/awesome`)
    for (const kind of ['Deployment', 'StatefulSet', 'Service', 'Component', 'NetworkPolicy', 'Job'])
      await fixture.until(`no ${kind}`, async () => (await fixture.api.list(fixture.path(kind))).length === 0)
    expect(await fixture.exists('Secret', 'database-orders')).toBe(true)
    expect(await fixture.api.list(fixture.path('PersistentVolumeClaim'))).not.toEqual([])
  })
})
