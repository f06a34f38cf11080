import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Call, Fault } from './testing/api-proxy.ts'
import { StoreFixture } from './testing/store-fixture.ts'

let fixture: StoreFixture
beforeAll(async () => {
  fixture = await StoreFixture.make('faults')
  await fixture.operator()
}, 600_000)
afterAll(() => fixture.remove())

const isWatch = ({ query }: Call) => query.has('watch')

/** One call in so many fails, in a fixed order, so that a failure shows again. */
function everyNth(n: number, faults: Fault[]): (call: Call) => Fault | undefined {
  let count = 0
  return () => {
    count += 1
    return count % n === 0 ? faults[(count / n) % faults.length] : undefined
  }
}

const answers: Fault[] = [
  { answer: 409, reason: 'Conflict' },
  { answer: 410, reason: 'Expired' },
  { answer: 429, reason: 'TooManyRequests', headers: { 'retry-after': '1' } },
  { answer: 500, reason: 'InternalError' },
  { answer: 503, reason: 'ServiceUnavailable' },
  { breaks: 'before' },
  { breaks: 'after' },
  { delayMs: 1500 },
]

describe('an API server in trouble', () => {
  test('that answers with conflicts, expiry, too many requests and errors still gets a whole store', async () => {
    const disturb = everyNth(40, answers)
    fixture.proxy.failWith((call) => (call.path.includes('/leases') ? undefined : disturb(call)))
    await fixture.createStore()
    await fixture.until(
      'a store in spite of it',
      async () => {
        const { status } = await fixture.store()
        return status?.conditions?.some(({ type, status: is }) => type === 'Ready' && is === 'True')
      },
      300,
    )
    fixture.proxy.passAll()
    await fixture.isReady()
    expect(await fixture.writesAtRest(3)).toEqual([])
  })

  test('that closes watches and has forgotten where they were does not hide a change', async () => {
    let expired = 0
    fixture.proxy.failWith((call) => {
      if (!isWatch(call) || expired >= 30) return undefined
      expired += 1
      return { answer: 410, reason: 'Expired' }
    })
    fixture.proxy.breakWatches()
    await fixture.delete(fixture.path('Deployment', 'orders'))
    await fixture.until('the Deployment again', () => fixture.exists('Deployment', 'orders'))
    await fixture.isReady()
  })

  test('that is away for a while finds everything put right when it is back', async () => {
    fixture.proxy.failWith(() => ({ breaks: 'before' }))
    fixture.proxy.breakWatches()
    await fixture.delete(fixture.path('Service', 'gateway'))
    await fixture.delete(fixture.path('Deployment', 'web'))
    await new Promise((done) => setTimeout(done, 12_000))
    expect(await fixture.exists('Service', 'gateway')).toBe(false)
    fixture.proxy.passAll()
    await fixture.until('the Service again', () => fixture.exists('Service', 'gateway'))
    await fixture.isReady()
  })

  test('that refuses an object for good is quoted in the status', async () => {
    const isOrders = ({ method, path }: Call) => method === 'PATCH' && path.endsWith('/deployments/orders')
    fixture.proxy.failWith((call) => (isOrders(call) ? { answer: 422, reason: 'Invalid' } : undefined))
    await fixture.delete(fixture.path('Deployment', 'orders'))
    expect(await fixture.says('Degraded', 'ApplyFailed')).toContain('apply Deployment orders')
    fixture.proxy.passAll()
    await fixture.isReady()
  })
})
