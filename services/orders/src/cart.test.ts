import type { Line } from '@aos/contracts/order-parts'
import { describe, expect, it } from 'vitest'
import { setCartLine, showCart, withLine } from './cart.ts'
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
