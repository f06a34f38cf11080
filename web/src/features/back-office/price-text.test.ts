import { describe, expect, test } from 'vitest'
import { amountOf, priceText } from './price-text.ts'

describe('a price that somebody types', () => {
  test.each([
    ['12', 'EUR', 1200],
    ['12.5', 'EUR', 1250],
    [' 12,05 ', 'EUR', 1205],
    ['0.29', 'EUR', 29],
    ['1200', 'JPY', 1200],
  ])('%s %s is %i', (text, currency, amount) => {
    expect(amountOf(text, currency)).toBe(amount)
  })

  test.each([
    ['', 'EUR'],
    ['12.345', 'EUR'],
    ['1.200,00', 'EUR'],
    ['12 €', 'EUR'],
    ['-1', 'EUR'],
    ['12.5', 'JPY'],
    ['1e3', 'EUR'],
  ])('%s %s is none', (text, currency) => {
    expect(amountOf(text, currency)).toBeNaN()
  })

  test.each([1, 29, 1999, 100_000_000])('%i is read back as it is shown', (amount) => {
    expect(amountOf(priceText(amount, 'EUR'), 'EUR')).toBe(amount)
  })
})
