import type { Line } from '@aos/contracts/order-parts'
import { describe, expect, it } from 'vitest'
import { mergeCart, setCartLine, showCart, withLine } from './cart.ts'
import { CartsInMemory } from './orders-harness.ts'

const kettle = { sku: 'KET-001', quantity: 1 }
const cup = { sku: 'CUP-001', quantity: 2 }
const full = Array.from({ length: 100 }, (_, i): Line => ({ sku: `SKU-${i}`, quantity: 1 }))

describe('a line', () => {
  it.each([
    ['is added at the end', [kettle], cup, [kettle, cup]],
    ['changes where it stands', [kettle, cup], { ...kettle, quantity: 5 }, [{ ...kettle, quantity: 5 }, cup]],
    ['is taken out with a quantity of 0', [kettle, cup], { ...kettle, quantity: 0 }, [cup]],
    ['that is not there is taken out without a word', [cup], { ...kettle, quantity: 0 }, [cup]],
  ])('%s', (_, lines, line, expected) => expect(withLine(lines, line)).toEqual(expected))

  it('has no place in a full cart, where others still change', () => {
    expect(() => withLine(full, kettle)).toThrow(
      expect.objectContaining({ code: 'cart-full', kind: 'conflict' }),
    )
    expect(withLine(full, { sku: 'SKU-0', quantity: 2 })).toHaveLength(100)
    expect(withLine(full, { sku: 'SKU-0', quantity: 0 })).toHaveLength(99)
  })
})

describe('setting a line', () => {
  /** Somebody else changes the cart right before each of the first writes. */
  function contested(times: number) {
    const carts = new CartsInMemory()
    const { write } = carts
    let left = times
    carts.write = async (owner, value, etag) => {
      if (left > 0) {
        left -= 1
        const { lines, etag: theirs } = await showCart(carts, owner)
        await write(owner, { lines: withLine(lines, { ...cup, quantity: left + 1 }) }, theirs)
      }
      await write(owner, value, etag)
    }
    return carts
  }

  it('keeps what was changed meanwhile', async () => {
    const carts = contested(2)
    expect((await setCartLine(carts, 'guest:1', kettle)).lines).toEqual([{ ...cup, quantity: 1 }, kettle])
  })

  it('gives up when the cart never rests', async () => {
    await expect(setCartLine(contested(3), 'guest:1', kettle)).rejects.toMatchObject({ kind: 'conflict' })
  })

  it('does not try again when the store is away', async () => {
    const carts = new CartsInMemory()
    carts.isAway = true
    await expect(setCartLine(carts, 'guest:1', kettle)).rejects.toMatchObject({ kind: 'unavailable' })
  })
})

describe("a guest's cart, at signing in", () => {
  const ada = 'account:ada'
  const guest = 'guest:1'

  async function with2(before: Line[], asGuest: Line[]) {
    const carts = new CartsInMemory()
    if (before.length > 0) await carts.write(ada, { lines: before }, undefined)
    if (asGuest.length > 0) await carts.write(guest, { lines: asGuest }, undefined)
    await mergeCart(carts, guest, ada)
    return carts
  }

  it.each([
    ['comes along', [], [kettle], [kettle]],
    ['is added to what was there', [cup], [kettle], [cup, kettle]],
    [
      'counts where it holds more of the same',
      [kettle],
      [{ ...kettle, quantity: 3 }],
      [{ ...kettle, quantity: 3 }],
    ],
    ['takes nothing away', [{ ...kettle, quantity: 3 }], [kettle], [{ ...kettle, quantity: 3 }]],
    ['that is empty changes nothing', [cup], [], [cup]],
    ['that does not fit in any more is left out', full, [kettle], full],
  ])('%s', async (_, before, asGuest, expected) => {
    const carts = await with2(before, asGuest)
    expect((await showCart(carts, ada)).lines).toEqual(expected)
    expect(await showCart(carts, guest)).toEqual({ lines: [] })
  })

  it('is not doubled when merging breaks off before the end and is done again', async () => {
    const carts = await with2([cup], [])
    await carts.write(guest, { lines: [kettle] }, undefined)
    const { remove } = carts
    carts.remove = async () => {
      throw new Error('the answer was lost')
    }
    await expect(mergeCart(carts, guest, ada)).rejects.toThrow('lost')
    carts.remove = remove
    await mergeCart(carts, guest, ada)
    expect((await showCart(carts, ada)).lines).toEqual([cup, kettle])
  })

  it('meets changes that are made at the same time', async () => {
    const carts = await with2([], [])
    await carts.write(guest, { lines: [kettle] }, undefined)
    const { write } = carts
    let isFirst = true
    carts.write = async (owner, value, etag) => {
      if (isFirst) {
        isFirst = false
        await write(ada, { lines: [cup] }, undefined)
      }
      await write(owner, value, etag)
    }
    await mergeCart(carts, guest, ada)
    expect((await showCart(carts, ada)).lines).toEqual([cup, kettle])
  })
})
