import { expect, inject, it } from 'vitest'
import { surviveDeathOf } from '../faults/survive.ts'
import { violationsIn } from '../invariants/settle.ts'

/** One of each kind; `npm run test:faults` tries every process. */
it.each(['orders', 'payments-dapr', 'kafka', 'postgres', 'payment-broker'])(
  '%s is killed in the middle of 200 orders: each order ends, no invariant breaks',
  async (name) => {
    const { verdicts } = await surviveDeathOf(name, inject('store'))
    expect(violationsIn(verdicts)).toEqual([])
  },
  400_000,
)
