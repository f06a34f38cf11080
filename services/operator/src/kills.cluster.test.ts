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
 * Lets one write through, whose answer the operator never sees, and kills it there; the next one starts where
 * that left everything. Now and then the write itself is lost as well.
 */
async function runUntilKilled(number: number): Promise<void> {
  const breaks = number % 4 === 0 ? 'before' : 'after'
  let struck = false
  let operator: OperatorProcess | undefined
  fixture.proxy.failWith((call) => {
    if (struck) return { breaks: 'before' }
    if (!isWrite(call)) return undefined
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

test('an operator that is killed at every single write installs a whole store in the end', async () => {
  await fixture.createStore({
    simulators: { enabled: false },
    shipments: { carrierUrl: 'https://ship.test' },
  })
  let kills = 0
  for (; kills < 400 && !(await isAtRest()); kills++) await runUntilKilled(kills)
  fixture.proxy.passAll()
  await fixture.operator()
  await fixture.isReady()
  expect(await fixture.writesAtRest(3)).toEqual([])
  expect(kills).toBeGreaterThan(60)
  console.log(`killed ${kills} times`)
}, 900_000)
