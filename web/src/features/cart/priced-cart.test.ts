import type { Product } from '@aos/contracts/http'
import { describe, expect, test } from 'vitest'
import { hasTrouble, priceCart, troubleOf } from './priced-cart.ts'

const product = (sku: string, amount: number): Product => ({
  sku,
  name: sku,
  category: 'kitchen',
  description: '',
  price: { amount, currency: 'EUR' },
  available: 9,
  picture: `/${sku}.svg`,
})
const kettle = product('KET-001', 3900)
const mug = product('MUG-001', 1250)
const cart = {
  lines: [
    { sku: 'KET-001', quantity: 2 },
    { sku: 'MUG-001', quantity: 3 },
  ],
  etag: '4',
}

describe('a cart', () => {
  test('sums its lines', () => {
    const priced = priceCart(cart, { 'KET-001': kettle, 'MUG-001': mug })
    expect(priced).toMatchObject({ count: 5, etag: '4', total: { amount: 11_550, currency: 'EUR' } })
  })

  test('has no total before every price is known', () => {
    const priced = priceCart(cart, { 'KET-001': kettle })
    expect(priced.total).toBeUndefined()
    expect(priced.items[1]?.lost).toBe(false)
  })

  test('shows what is no longer sold', () => {
    const priced = priceCart(cart, { 'KET-001': kettle, 'MUG-001': 'gone' })
    expect(priced.total).toBeUndefined()
    expect(priced.items[1]?.lost).toBe(true)
  })

  test('tells of each line why it cannot be ordered as it is', () => {
    const { items } = priceCart(
      {
        lines: [
          { sku: 'KET-001', quantity: 9 },
          { sku: 'MUG-001', quantity: 10 },
          { sku: 'POT-001', quantity: 1 },
          { sku: 'OLD-001', quantity: 1 },
          { sku: 'NEW-001', quantity: 1 },
        ],
      },
      {
        'KET-001': kettle,
        'MUG-001': mug,
        'POT-001': { ...product('POT-001', 1250), available: 0 },
        'OLD-001': 'gone',
      },
    )
    expect(items.map(troubleOf)).toEqual([
      undefined,
      'Only 9 left: please take fewer.',
      'Sold out: please remove it.',
      'We cannot sell this right now. Please remove it.',
      undefined,
    ])
    expect(hasTrouble({ items })).toBe(true)
    expect(hasTrouble({ items: items.slice(0, 1) })).toBe(false)
  })

  test('with nothing in it has no total', () => {
    expect(priceCart({ lines: [] }).total).toBeUndefined()
  })
})
