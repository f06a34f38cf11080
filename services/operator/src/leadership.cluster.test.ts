import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ApiProxy, type Call, isWrite } from './testing/api-proxy.ts'
import type { OperatorProcess } from './testing/operator-process.ts'
import { StoreFixture } from './testing/store-fixture.ts'

interface Contender {
  name: string
  operator: OperatorProcess
  proxy: ApiProxy
}

let fixture: StoreFixture
let contenders: Contender[] = []
beforeAll(async () => {
  fixture = await StoreFixture.make('leaders')
  contenders = [await contender('first'), await contender('second')]
  await fixture.createStore()
  await fixture.isReady()
}, 600_000)
afterAll(() => fixture.remove())

async function contender(name: string): Promise<Contender> {
  const proxy = await fixture.anotherProxy()
  return { name, proxy, operator: await fixture.operator(name, proxy) }
}

const leads = async ({ operator }: Contender): Promise<boolean> =>
  /^store_operator_leading 1$/m.test((await operator.ask('/metrics')).text)

const holder = async (): Promise<string> => {
  const path = `/apis/coordination.k8s.io/v1/namespaces/${fixture.namespace}/leases/store-operator`
  return ((await fixture.api.read(path)).spec as { holderIdentity: string }).holderIdentity
}

/** Who leads at the moment, and who waits; a busy machine may have made them change places before. */
async function inPower(): Promise<{ leader: Contender; other: Contender }> {
  const leader = await fixture.until('a leader', async () => {
    const name = await holder()
    return contenders.find((each) => each.name === name)
  })
  const other = contenders.find((each) => each !== leader)
  if (!other) throw new Error('there is only one')
  return { leader, other }
}

const heldBy = ({ name }: Contender) =>
  fixture.until(`the lease held by ${name}`, async () => (await holder()) === name)

/** Gives whoever leads something to write all the time. */
function disturb(): () => Promise<void> {
  let stopped = false
  const running = (async () => {
    while (!stopped) {
      for (const name of ['orders', 'stock', 'payments', 'shipments', 'notifications', 'web'])
        await fixture.delete(fixture.path('PodDisruptionBudget', name)).catch(() => undefined)
      await new Promise((done) => setTimeout(done, 100))
    }
  })()
  return async () => {
    stopped = true
    await running
  }
}

/** What was written before the lease was taken again, if it was: a busy machine may have given it back. */
function writesWithoutLease(calls: Call[]): Call[] {
  const taken = calls.findIndex(
    ({ method, path, status }) => method === 'PUT' && path.includes('/leases') && status === 200,
  )
  return (taken < 0 ? calls : calls.slice(0, taken)).filter(isWrite)
}

/** Freezes the leader at the moment at which a write of its reaches the API server. */
async function freezeInTheMiddle({ operator, proxy }: Contender): Promise<void> {
  await new Promise<void>((done) => {
    proxy.failWith((call) => {
      if (isWrite(call)) {
        operator.signal('SIGSTOP')
        done()
      }
      return undefined
    })
  })
  proxy.passAll()
}

describe('two operators', () => {
  test.each([1, 2, 3])(
    'a leader frozen amid its writes and woken again writes nothing after the takeover (%i)',
    async () => {
      const stop = disturb()
      const { leader, other } = await inPower()
      await freezeInTheMiddle(leader)
      await heldBy(other)
      const writesOfOther = other.proxy.writes.length
      await fixture.until('a write of the other', async () => other.proxy.writes.length > writesOfOther)
      const before = leader.proxy.calls.length

      leader.operator.signal('SIGCONT')
      await fixture.until('the old leader gives up', async () => !(await leads(leader)))
      await new Promise((done) => setTimeout(done, 5000))
      expect(writesWithoutLease(leader.proxy.calls.slice(before))).toEqual([])
      await stop()
      await fixture.isReady()
    },
  )

  test('a leader that is stopped in order hands over at once', async () => {
    const { leader, other } = await inPower()
    await leader.operator.end()
    const stoppedAt = Date.now()
    await heldBy(other)
    expect(Date.now() - stoppedAt).toBeLessThan(8000)
    contenders = [other, await contender('third')]
  })

  test('a crash of the leader is made up for by the other one', async () => {
    const { leader, other } = await inPower()
    await leader.operator.kill()
    await heldBy(other)
    await fixture.delete(fixture.path('Service', 'orders'))
    await fixture.until('the Service again', () => fixture.exists('Service', 'orders'))
    contenders = [other]
  })
})

describe('the operator’s own ways in', () => {
  test('say that it lives, that it could work, and what it did', async () => {
    const [{ operator, proxy }] = contenders as [Contender]
    expect((await operator.ask('/healthz')).status).toBe(200)
    expect((await operator.ask('/readyz')).status).toBe(200)
    const { text } = await operator.ask('/metrics')
    for (const name of ['store_reconcile_duration_seconds', 'store_queue_depth', 'store_api_writes_total'])
      expect(text).toContain(name)
    proxy.failWith(() => ({ breaks: 'before' }))
    await fixture.until(
      'unready without an API server',
      async () => (await operator.ask('/readyz')).status === 503,
    )
    expect((await operator.ask('/healthz')).status).toBe(200)
  })
})
