import { describe, expect, it } from 'vitest'
import { countShelf } from './shelf-changes.ts'

const shelf = { sku: 'KET-001', name: 'Kettle', price: 100, onHand: 10, reserved: 4 }

describe('a shelf', () => {
  it('has more after a delivery', () => {
    expect(countShelf(shelf, { kind: 'delivery', quantity: 5 })).toEqual({ onHand: 15 })
  })

  it.each([0, 3])('cannot be counted to %i when orders hold more of it', (counted) => {
    expect(countShelf(shelf, { kind: 'count', counted, note: 'stocktaking' })).toEqual({
      refusedBecause: expect.stringContaining('4 of them are held'),
    })
  })

  it.each([4, 10, 12])('has %i once that many were counted', (counted) => {
    expect(countShelf(shelf, { kind: 'count', counted, note: 'stocktaking' })).toEqual({ onHand: counted })
  })

  it('has an end', () => {
    expect(countShelf({ ...shelf, onHand: 1_000_000_000 }, { kind: 'delivery', quantity: 1 })).toHaveProperty(
      'refusedBecause',
    )
  })
})
