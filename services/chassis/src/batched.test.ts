import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { batched } from './batched.ts'

/** Doubles numbers; notes which came together; refuses negative ones. */
function doubling(options?: { most: number }) {
  const batches: number[][] = []
  const double = batched(async (items: number[]) => {
    batches.push(items)
    await sleep(5)
    if (items.some((item) => item < 0)) throw new Error('negative')
    return items.map((item) => item * 2)
  }, options)
  return { double, batches }
}

describe('batched', () => {
  it('what arrives together goes together, and everyone gets their own answer', async () => {
    const { double, batches } = doubling()
    expect(await Promise.all([1, 2, 3].map(double))).toEqual([2, 4, 6])
    expect(batches).toEqual([[1, 2, 3]])
  })

  it('who comes while a batch is under way goes with the next', async () => {
    const { double, batches } = doubling()
    const first = double(1)
    await sleep(2)
    const others = [double(2), double(3)]
    expect(await Promise.all([first, ...others])).toEqual([2, 4, 6])
    expect(batches).toEqual([[1], [2, 3]])
  })

  it('who comes when all is quiet again does not wait', async () => {
    const { double, batches } = doubling()
    await double(1)
    await double(2)
    expect(batches).toEqual([[1], [2]])
  })

  it('no batch is larger than the most', async () => {
    const { double, batches } = doubling({ most: 2 })
    expect(await Promise.all([1, 2, 3, 4, 5].map(double))).toEqual([2, 4, 6, 8, 10])
    expect(batches).toEqual([[1, 2], [3, 4], [5]])
  })

  it('a bad item fails for itself only', async () => {
    const { double, batches } = doubling()
    const outcomes = await Promise.allSettled([1, -2, 3].map(double))
    expect(outcomes).toEqual([
      { status: 'fulfilled', value: 2 },
      { status: 'rejected', reason: new Error('negative') },
      { status: 'fulfilled', value: 6 },
    ])
    expect(batches).toEqual([[1, -2, 3], [1], [-2], [3]])
  })

  it('goes on after a failure', async () => {
    const { double } = doubling()
    await expect(double(-1)).rejects.toThrow('negative')
    expect(await double(4)).toBe(8)
  })
})
