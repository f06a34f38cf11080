import type { Order } from '@aos/contracts/http'
import { describe, expect, test } from 'vitest'
import { statusWords } from './order-words.ts'
import { sinceText } from './times.ts'

const order: Order = {
  id: '0199aaaa-0000-7000-8000-000000000001',
  status: 'rejected',
  lines: [{ sku: 'KET-001', quantity: 1 }],
  total: { amount: 3900, currency: 'EUR' },
  customer: {
    name: 'Ada',
    email: 'ada@example.com',
    address: { street: 'Long Lane 1', postalCode: '10115', city: 'Berlin', country: 'DE' },
  },
  cancellable: false,
  placedAt: '2026-03-01T10:00:00.000Z',
  journey: [],
}
const at = '2026-03-01T10:00:01.000Z'

describe('what the shopper reads', () => {
  test('declined: the reason, the detail, and that nothing was charged', () => {
    const { text } = statusWords({ ...order, reason: 'payment-declined', detail: 'Insufficient funds' })
    expect(text).toBe('The payment was declined. Insufficient funds. Nothing was charged.')
  })

  test('cancelled after paying: the money went back', () => {
    const cancelled: Order = {
      ...order,
      status: 'cancelled',
      reason: 'customer',
      journey: [{ position: 1, type: 'PaymentRefunded', at }],
    }
    expect(statusWords(cancelled).text).toBe('You cancelled it. Your €39.00 went back to you in full.')
  })

  test('cancelled before paying: nothing was charged', () => {
    const { text } = statusWords({ ...order, status: 'cancelled', reason: 'deadline' })
    expect(text).toContain('Nothing was charged.')
  })

  test.each([
    [0, '+0 ms'],
    [128, '+128 ms'],
    [1_280, '+1.3 s'],
    [83_000, '+1 min 23 s'],
    [7_380_000, '+2 h 3 min'],
  ])('%i ms since placed is %s', (ms, text) => {
    expect(sinceText(ms)).toBe(text)
  })
})
