import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatMoney, Money, sameMoney, totalOf } from './money.ts'

const line = fc.record({
  quantity: fc.integer({ min: 1, max: 999 }),
  unitPrice: fc.integer({ min: 0, max: 10_000_000 }),
})

describe('totalOf', () => {
  it('adds quantity times price of each line', () => {
    const lines = [
      { quantity: 2, unitPrice: 1_999 },
      { quantity: 1, unitPrice: 5 },
    ]
    expect(totalOf(lines, 'EUR')).toEqual({ amount: 4_003, currency: 'EUR' })
  })

  it('of no lines is nothing', () => {
    expect(totalOf([], 'EUR')).toEqual({ amount: 0, currency: 'EUR' })
  })

  it('does not depend on how lines are ordered or split', () => {
    fc.assert(
      fc.property(fc.array(line), fc.array(line), (some, others) => {
        const together = totalOf([...some, ...others], 'EUR').amount
        expect(totalOf([...others, ...some], 'EUR').amount).toBe(together)
        expect(totalOf(some, 'EUR').amount + totalOf(others, 'EUR').amount).toBe(together)
      }),
    )
  })

  it('is always Money', () => {
    fc.assert(fc.property(fc.array(line), (lines) => Money.safeParse(totalOf(lines, 'EUR')).success))
  })

  it('refuses a sum that would be rounded', () => {
    const lines = [{ quantity: 2, unitPrice: Number.MAX_SAFE_INTEGER }]
    expect(() => totalOf(lines, 'EUR')).toThrow(RangeError)
  })
})

describe('Money', () => {
  it.each([
    ['a fraction of a cent', { amount: 0.5, currency: 'EUR' }],
    ['a debt', { amount: -1, currency: 'EUR' }],
    ['more than JavaScript counts exactly', { amount: 2 ** 53, currency: 'EUR' }],
    ['text', { amount: '1', currency: 'EUR' }],
    ['no currency', { amount: 1 }],
    ['a currency by its sign', { amount: 1, currency: '€' }],
  ])('is not %s', (_, value) => expect(Money.safeParse(value).success).toBe(false))
})

describe('sameMoney', () => {
  const euro = { amount: 1, currency: 'EUR' }

  it('compares amount and currency', () => {
    expect(sameMoney(euro, { ...euro })).toBe(true)
    expect(sameMoney(euro, { ...euro, amount: 2 })).toBe(false)
    expect(sameMoney(euro, { ...euro, currency: 'USD' })).toBe(false)
  })
})

describe('formatMoney', () => {
  it.each([
    [{ amount: 123_456, currency: 'EUR' }, '€1,234.56'],
    [{ amount: 5, currency: 'EUR' }, '€0.05'],
    [{ amount: 500, currency: 'JPY' }, 'JP¥500'],
    [{ amount: 1_500, currency: 'KWD' }, 'KWD 1.500'],
  ])('%o is %s', (money, text) => expect(formatMoney(money).replace(/\s/g, ' ')).toBe(text))
})
