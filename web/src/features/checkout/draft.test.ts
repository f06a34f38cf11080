import { expect, test } from 'vitest'
import { memoryStorage } from '../../shared/session-slot.ts'
import { type Draft, draftSlot } from './draft.ts'

const draft: Draft = {
  contact: {
    name: 'Ada',
    email: 'ada@example.com',
    street: 'Long Lane 1',
    postalCode: '10115',
    city: 'Berlin',
    country: 'DE',
  },
  delivery: 'express',
  payment: { id: 'pm_1', type: 'card', label: 'Visa ending in 4242' },
}

test('what was said survives a refresh', () => {
  const storage = memoryStorage()
  draftSlot(storage).write(draft)
  expect(draftSlot(storage).read()).toEqual(draft)
})

test.each([
  ['no JSON', '{"contact":'],
  ['no object', '"Ada"'],
  ['nothing', 'null'],
  ['a contact without its city', JSON.stringify({ contact: { ...draft.contact, city: undefined } })],
  ['a payment without its label', JSON.stringify({ ...draft, payment: { id: 'pm_1', type: 'card' } })],
  ['a delivery that is no word', JSON.stringify({ ...draft, delivery: 7 })],
])('what another version left, such as %s, is nothing', (_, text) => {
  const storage = memoryStorage()
  storage.setItem('aos.checkout.draft', text)
  expect(draftSlot(storage).read()).toBeUndefined()
})
