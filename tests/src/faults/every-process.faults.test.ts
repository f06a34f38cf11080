import { serviceNames } from '@aos/contracts/services'
import { expect, inject, it } from 'vitest'
import { violationsIn } from '../invariants/settle.ts'
import { tableOf } from '../invariants/table.ts'
import { processNames, surviveDeathOf } from './survive.ts'

const store = inject('store')
const names = [
  ...serviceNames,
  ...serviceNames.map((name) => `${name}-dapr`),
  ...['kafka', 'postgres', 'zipkin', 'payment-broker', 'carrier', 'mailbox'],
]

it.each(names)(
  '%s is killed in the middle of 200 orders: each order ends, no invariant breaks',
  async (name) => {
    const { verdicts } = await surviveDeathOf(name, store)
    console.log(tableOf(verdicts))
    expect(violationsIn(verdicts)).toEqual([])
  },
)

it('every process of the store was tried', () => {
  expect(processNames(store).sort()).toEqual(names.sort())
})
