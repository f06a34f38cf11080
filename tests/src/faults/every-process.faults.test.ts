import { serviceNames } from '@aos/contracts/services'
import type { RunningStore } from '@aos/local/store'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { spoken, testStore } from '../harness/store.ts'
import { violationsIn } from '../invariants/settle.ts'
import { tableOf } from '../invariants/table.ts'
import { surviveDeathOf } from './survive.ts'

const names = [
  ...serviceNames,
  ...serviceNames.map((name) => `${name}-dapr`),
  ...['kafka', 'postgres', 'payment-broker', 'carrier', 'mailbox'],
]

let store: RunningStore
beforeAll(async () => {
  store = await testStore({ report: spoken })
})
afterAll(() => store.stop())

it.each(names)(
  '%s is killed in the middle of 200 orders: each order ends, no invariant breaks',
  async (name) => {
    const { verdicts } = await surviveDeathOf(name, store)
    console.log(tableOf(verdicts))
    expect(violationsIn(verdicts)).toEqual([])
  },
)

it('every process of the store was tried', () => {
  expect(
    store
      .processes()
      .map((process) => process.name)
      .sort(),
  ).toEqual([...names].sort())
})
