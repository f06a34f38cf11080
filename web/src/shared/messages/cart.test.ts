import { expect, test } from 'vitest'
import german from './de/cart.ts'
import english from './en/cart.ts'

test('what is missing for a free delivery names the delivery as each language writes names', () => {
  expect(english.freeDelivery('€11.00', 'Standard')).toBe('€11.00 more, and standard delivery is free.')
  expect(german.freeDelivery('11,00 €', 'Standard')).toBe(
    'Noch 11,00 €, und der Versand (Standard) ist kostenlos.',
  )
})
