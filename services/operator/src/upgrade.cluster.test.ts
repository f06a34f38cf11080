import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { StoreFixture } from './testing/store-fixture.ts'

let fixture: StoreFixture
beforeAll(async () => {
  fixture = await StoreFixture.make('upgrade')
  await fixture.operator()
  await fixture.createStore({ rollout: { progressDeadlineSeconds: 60 } })
  await fixture.isReady()
}, 600_000)
afterAll(() => fixture.remove())

/** Names of the workloads in the order in which the operator applied them since a call. */
const appliedSince = (index: number) =>
  fixture.proxy.writes
    .slice(index)
    .filter(({ method, path }) => method === 'PATCH' && /\/(jobs|deployments)\//.test(path))
    .map(({ path }) => path.split('/').at(-1) ?? '')

describe('a new version', () => {
  test('migrates, then brings in services, the gateway, the web app, each when the one before is ready', async () => {
    const before = fixture.proxy.writes.length
    fixture.kubelet.breakPodsWith('/payments:0.2.0')
    await fixture.changeStore({ version: '0.2.0' })
    const waiting = await fixture.until('the culprit', async () => {
      const message = (await fixture.store()).status?.conditions?.find(
        ({ type }) => type === 'Ready',
      )?.message
      return message?.includes('payments: ') && message.includes('ImagePullBackOff') && message
    })
    expect(waiting).toMatch(/payments: 0 of 1 pods ready: ImagePullBackOff \S+\/payments:0\.2\.0/)
    expect(appliedSince(before)).not.toContain('gateway')
    fixture.kubelet.mendAll()
    await fixture.isReady('0.2.0')

    const applied = appliedSince(before)
    const last = (prefix: string) => applied.findLastIndex((name) => name.startsWith(prefix))
    expect(last('migrate-')).toBeLessThan(applied.indexOf('orders'))
    expect(last('payments')).toBeLessThan(applied.indexOf('gateway'))
    expect(last('gateway')).toBeLessThan(applied.indexOf('web'))
    await fixture.until('the Jobs of the old version are gone', async () => {
      const names = (await fixture.api.list(fixture.path('Job'))).map(({ metadata }) => metadata.name)
      return names.filter((name) => name.startsWith('migrate-orders')).length === 1
    })
  })

  test('that does not become ready is rolled back, with the culprit named', async () => {
    fixture.kubelet.breakPodsWith('/stock:0.3.0')
    await fixture.changeStore({ version: '0.3.0' })
    await fixture.says('Degraded', 'RolledBack')
    const old = await fixture.until('the old version', async () => {
      const { status } = await fixture.store()
      const isWhole = status?.services?.every(({ ready, wanted }) => ready === wanted)
      return isWhole && status?.version === '0.2.0' && status
    })
    expect(old.failedRevision).toBeDefined()
    const events = await fixture.api.list(`/api/v1/namespaces/${fixture.namespace}/events`)
    const told = events.map((event) => String(event.message))
    expect(told.join('\n')).toMatch(/0\.3\.0 did not .*stock: .*ImagePullBackOff/)
    const image = JSON.stringify((await fixture.read('Deployment', 'stock')).spec)
    expect(image).toContain('/stock:0.2.0')
    expect(await fixture.writesAtRest(4)).toEqual([])
  })

  test('is tried again as soon as the spec changes', async () => {
    fixture.kubelet.mendAll()
    await fixture.changeStore({ version: '0.3.1' })
    const store = await fixture.isReady('0.3.1')
    expect(store.status?.failedRevision).toBeUndefined()
    const revisions = await fixture.api.list(fixture.path('ControllerRevision'))
    expect(revisions.filter(({ metadata }) => metadata.name.startsWith('awesome-'))).toHaveLength(3)
  })

  test('that fails stays where automatic rollback is off, and says so', async () => {
    fixture.kubelet.breakPodsWith('/orders:0.4.0')
    await fixture.changeStore({ version: '0.4.0', rollout: { automaticRollback: false } })
    expect(await fixture.says('Degraded', 'ProgressDeadlineExceeded')).toContain('orders:0.4.0')
    fixture.kubelet.mendAll()
    await fixture.isReady('0.4.0')
  })
})

describe('a pod without a sidecar', () => {
  test('is named while the injector is away, and made anew when it is back', async () => {
    fixture.proxy.failWith(({ query }) => (query.has('dryRun') ? { answer: 500 } : undefined))
    const bare = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'bare', labels: { 'aos.dev/store': 'awesome', 'app.kubernetes.io/name': 'orders' } },
      spec: { schedulerName: 'nobody', containers: [{ name: 'orders', image: 'none' }] },
    }
    const pods = `/api/v1/namespaces/${fixture.namespace}/pods`
    await fixture.create(pods, bare)
    // Marked after it was made, it is what a pod is like that was made while the injector was away.
    await fixture.patch(`${pods}/bare`, {
      metadata: { annotations: { 'dapr.io/enabled': 'true', 'dapr.io/app-id': 'orders' } },
    })
    expect(await fixture.says('Degraded', 'SidecarMissing')).toContain('bare')
    fixture.proxy.passAll()
    await fixture.until('the pod is gone', async () => {
      const names = (await fixture.api.list(pods)).map(({ metadata }) => metadata.name)
      return !names.includes('bare')
    })
    await fixture.isReady('0.4.0')
  })
})
