import { describe, expect, it, vi } from 'vitest'
import { Answers } from './answers.ts'

function aShop({ atMost = 10 } = {}) {
  const clock = { now: 0 }
  const answers = new Answers({ freshForMs: 500, atMost, now: () => clock.now })
  return { clock, answers }
}

describe('answers', () => {
  it('that many ask for at once are worked out once', async () => {
    const { answers } = aShop()
    const find = vi.fn(async () => ({ price: 1 }))
    const all = await Promise.all(Array.from({ length: 50 }, () => answers.get('a', find)))
    expect(find).toHaveBeenCalledTimes(1)
    expect(new Set(all.map(({ etag }) => etag)).size).toBe(1)
  })

  it('are worked out anew after their moment, with another etag only when they changed', async () => {
    const { clock, answers } = aShop()
    let price = 1
    const find = async () => ({ price })
    const first = await answers.get('a', find)
    clock.now = 499
    price = 2
    expect(await answers.get('a', find)).toBe(first)
    clock.now = 500
    const second = await answers.get('a', find)
    expect(second.value).toEqual({ price: 2 })
    expect(second.etag).not.toBe(first.etag)
    clock.now = 1000
    expect((await answers.get('a', find)).etag).toBe(second.etag)
  })

  it('that failed are not kept', async () => {
    const { answers } = aShop()
    await expect(answers.get('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect((await answers.get('a', async () => 1)).value).toBe(1)
  })

  it('to many questions push out the oldest', async () => {
    const { answers } = aShop({ atMost: 2 })
    for (const key of ['a', 'b', 'c']) await answers.get(key, async () => key)
    const again = vi.fn(async () => 'anew')
    await answers.get('c', again)
    expect(again).not.toHaveBeenCalled()
    await answers.get('a', again)
    expect(again).toHaveBeenCalledTimes(1)
  })
})
