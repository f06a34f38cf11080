import { expect, test } from 'vitest'
import { memoryStorage } from '../../shared/session-slot.ts'
import { type Draft, draftSlot, emptyDraft, isComplete } from './draft.ts'

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

test('there is something left to ask until address and payment are known', () => {
  expect(isComplete(draft)).toBe(true)
  expect(isComplete({ ...draft, payment: undefined })).toBe(false)
  expect(isComplete({ ...draft, contact: { ...draft.contact, city: ' ' } })).toBe(false)
  expect(isComplete(emptyDraft)).toBe(false)
})
