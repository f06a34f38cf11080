import { expect, it } from 'vitest'
import { offeredMethods } from './payment-methods.ts'

it('offers what the broker was set up for, each with its form', () => {
  expect(offeredMethods(['card', 'sepa-debit'], 'EUR')).toEqual([
    { type: 'card', name: 'Card', form: 'card', takesDays: false },
    { type: 'sepa-debit', name: 'SEPA direct debit', form: 'iban', takesDays: true },
  ])
})

it('offers no debits by SEPA but in euros', () => {
  expect(offeredMethods(['sepa-debit', 'card'], 'CHF').map(({ type }) => type)).toEqual(['card'])
})
