import { afterAll, beforeAll, expect, test } from 'vitest'
import { isWrite } from './testing/api-proxy.ts'
import type { OperatorProcess } from './testing/operator-process.ts'
import { StoreFixture } from './testing/store-fixture.ts'

let fixture: StoreFixture
beforeAll(async () => {
  fixture = await StoreFixture.make('kills')
}, 600_000)
afterAll(() => fixture.remove())

/**
 * Lets none, one or two writes pass, and kills the operator at the next one: that is done and its answer not seen,
 * or now and then it is lost as well. Whoever comes next starts where that left everything.
 */
async function runUntilKilled(number: number): Promise<void> {
  const breaks = number % 4 === 0 ? 'before' : 'after'
  let left = number % 3
  let struck = false
  let operator: OperatorProcess | undefined
  fixture.proxy.failWith((call) => {
    if (struck) return { breaks: 'before' }
    if (!isWrite(call) || left-- > 0) return undefined
    struck = true
    operator?.signal('SIGKILL')
    return { breaks }
  })
  operator = await fixture.operator()
  await fixture.until('a write, or a store at rest', async () => struck || isAtRest(), 60)
  await operator.kill()
}

/** A whole look without a write: reads went on for a while, and led to nothing. */
async function isAtRest(): Promise<boolean> {
  const { status, metadata } = await fixture.store()
  const ready = status?.conditions?.find(({ type }) => type === 'Progressing')
  return ready?.reason === 'Complete' && ready.observedGeneration === metadata.generation
}

test('an operator that is killed amid its writes again and again installs a whole store in the end', async () => {
  await fixture.createStore({
    simulators: { enabled: false },
    shipments: { carrierUrl: 'https://ship.test' },
  })
  let kills = 0
  for (; kills < 400 && !(await isAtRest()); kills++) await runUntilKilled(kills)
  fixture.proxy.passAll()
  const last = await fixture.operator()
  // What it finds may have changed since the one before died: that is written once.
  await fixture.until('the last operator has looked', () => last.hasLooked())
  await fixture.isReady()
  expect(await fixture.writesAtRest(3)).toEqual([])
  expect(kills).toBeGreaterThan(30)
}, 900_000)
