import { describe, expect, test } from 'vitest'
import { changesBetween, type Seen } from './review-changes.ts'

const eur = (amount: number) => ({ amount, currency: 'EUR' })
const seen = (kettle: number, total: number): Seen => ({
  prices: new Map([
    ['KET-001', { name: 'Kettle', price: eur(kettle) }],
    ['MUG-001', { name: 'Mug', price: eur(900) }],
  ]),
  total: eur(total),
})

describe('what changed since somebody looked', () => {
  test('is nothing when all is as it was, or not known', () => {
    expect(changesBetween(seen(3_900, 4_390), seen(3_900, 4_390))).toEqual([])
    expect(changesBetween(undefined, seen(3_900, 4_390))).toEqual([])
    expect(changesBetween(seen(3_900, 4_390), undefined)).toEqual([])
  })

  test('is each price, and the total', () => {
    expect(changesBetween(seen(3_900, 4_390), seen(4_100, 4_590))).toEqual([
      { what: 'Kettle', before: eur(3_900), now: eur(4_100) },
      { what: 'Total', before: eur(4_390), now: eur(4_590) },
    ])
  })

  test('is the total alone when delivery or tax changed', () => {
    expect(changesBetween(seen(3_900, 4_390), seen(3_900, 4_490)).map(({ what }) => what)).toEqual(['Total'])
  })
})
