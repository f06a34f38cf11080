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
const found = (it: Product) => ({ data: it, isError: false })
const cart = {
  lines: [
    { sku: 'KET-001', quantity: 2 },
    { sku: 'MUG-001', quantity: 3 },
  ],
  etag: '4',
}

describe('a cart', () => {
  test('sums its lines', () => {
    const priced = priceCart(cart, [found(product('KET-001', 3900)), found(product('MUG-001', 1250))])
    expect(priced).toMatchObject({ count: 5, etag: '4', total: { amount: 11_550, currency: 'EUR' } })
  })

  test('has no total before every price is known', () => {
    const priced = priceCart(cart, [found(product('KET-001', 3900)), { data: undefined, isError: false }])
    expect(priced.total).toBeUndefined()
    expect(priced.items[1]?.lost).toBe(false)
  })

  test('shows what is no longer sold', () => {
    const priced = priceCart(cart, [found(product('KET-001', 3900)), { data: undefined, isError: true }])
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
      [
        found(product('KET-001', 3900)),
        found(product('MUG-001', 1250)),
        found({ ...product('POT-001', 1250), available: 0 }),
        { data: undefined, isError: true },
        { data: undefined, isError: false },
      ],
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
    expect(priceCart({ lines: [] }, []).total).toBeUndefined()
  })
})
