import { expect, test } from 'vitest'
import { memoryStorage } from '../../shared/session-slot.ts'
import { attemptSlot } from './attempt-store.ts'

const attempt = {
  key: 'a-key-of-this-order',
  order: {
    lines: [{ sku: 'KET-001', quantity: 1 }],
    total: { amount: 6_900, currency: 'EUR' },
    customer: {
      name: 'Ada',
      email: 'ada@example.com',
      address: { street: 'Long Lane 1', postalCode: '10115', city: 'Berlin', country: 'DE' },
    },
    paymentMethod: 'pm_1',
  },
  trace: '4bf92f3577b34da6a3ce929d0e0e4736',
}

test('an order that was sent survives a refresh word for word', () => {
  const storage = memoryStorage()
  attemptSlot(storage).write(attempt)
  expect(attemptSlot(storage).read()).toEqual(attempt)
})

test.each([
  ['no order', { ...attempt, order: undefined }],
  ['an order without lines', { ...attempt, order: { total: attempt.order.total } }],
  ['no key', { ...attempt, key: undefined }],
])('what has %s was never sent', (_, written) => {
  const storage = memoryStorage()
  storage.setItem('aos.checkout.attempt', JSON.stringify(written))
  expect(attemptSlot(storage).read()).toBeUndefined()
})
