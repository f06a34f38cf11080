import type { Order } from '@aos/contracts/http'
import { describe, expect, test } from 'vitest'
import { sinceText } from './exact-times.ts'
import { moneyIfCancelled } from './money-if-cancelled.ts'
import { moneyWords } from './money-words.ts'
import { anOrder, untilApproved, untilPaid, untilShipped } from './order.samples.ts'
import { shortagesIn } from './order-facts.ts'
import { statusWords, wayOn } from './order-words.ts'
import { timeText } from './times.ts'

const now = (order: Order) => statusWords(order).now

describe('what the shopper reads', () => {
  test('declined: the reason, the detail, and that nothing was charged', () => {
    const order = anOrder('rejected', ['OrderPlaced', 'PaymentFailed', 'OrderRejected'], {
      reason: 'payment-declined',
      detail: 'Insufficient funds',
    })
    expect(now(order)).toBe('The payment was declined. Insufficient funds. You have not been charged.')
    expect(wayOn(order)).toContain('another card')
  })

  test('sold out: what was short is listed by name, instead of in the words of the warehouse', () => {
    const order = anOrder('rejected', ['OrderPlaced', 'ItemsUnavailable', 'OrderRejected'], {
      reason: 'unavailable',
      detail: 'KET-001: 2 wanted, 1 left; MUG-001: 3 wanted, 0 left',
    })
    expect(now(order)).toBe(
      'Something in it is no longer available in the number you wanted. You have not been charged.',
    )
    expect(shortagesIn(order)).toEqual([
      { sku: 'KET-001', wanted: 2, left: 1 },
      { sku: 'MUG-001', wanted: 3, left: 0 },
    ])
  })

  test('approved: packed first, then picked up, and when we write', () => {
    expect(now(anOrder('approved', untilApproved))).toContain('packing')
    const booked = anOrder('approved', [...untilApproved, 'ShipmentBooked'])
    expect(now(booked)).toContain('coming for your parcel')
    expect(statusWords(booked).next).toContain('ada@example.com')
  })

  test('shipped although a cancellation was asked for: that it came too late', () => {
    const order = anOrder('shipped', [...untilApproved, 'CancellationRequested', 'ShipmentDispatched'])
    expect(now(order)).toContain('You asked to cancel, but it had already left.')
    expect(now(anOrder('shipped', untilShipped))).not.toContain('cancel')
  })

  test.each(['placed', 'awaiting-payment', 'approved', 'shipped', 'cancelling'] as const)(
    '%s: what comes next',
    (status) => {
      expect(statusWords(anOrder(status, ['OrderPlaced'])).next).toBeTruthy()
    },
  )
})

describe('the money of an order that came to nothing', () => {
  test('went back, where it was charged', () => {
    const order = anOrder('cancelled', [...untilPaid, 'RefundPayment', 'PaymentRefunded', 'OrderCancelled'])
    expect(moneyWords(order)).toMatchObject({ short: '€39.00 returned to you', at: order.journey[6]?.at })
  })

  test('is going back, while that is not known to be done', () => {
    const order = anOrder('cancelling', [...untilPaid, 'RefundPayment'], { reason: 'shipment-failed' })
    expect(now(order)).toBe('We are returning all of your €39.00 the way you paid.')
    expect(moneyWords(order).at).toBeUndefined()
  })

  test('goes back also if the payment came through after the rejection', () => {
    const order = anOrder('rejected', ['OrderPlaced', 'PaymentFailed', 'OrderRejected', 'PaymentSucceeded'])
    expect(moneyWords(order).short).toBe('Returning your €39.00')
  })

  test('stays where it is, where nothing was charged', () => {
    const order = anOrder('cancelled', ['OrderPlaced', 'OrderCancelled'], { reason: 'deadline' })
    expect(now(order)).toContain('You have not been charged.')
  })

  test.each([
    ['placed', 'Nothing has been charged'],
    ['awaiting-payment', 'If your bank was faster'],
    ['approved', 'all of your €39.00 goes back'],
  ] as const)('%s: before it is cancelled the shopper is told', (status, words) => {
    expect(moneyIfCancelled(anOrder(status, []))).toContain(words)
  })
})

describe('times', () => {
  test.each([
    [0, '+0 ms'],
    [128, '+128 ms'],
    [1_280, '+1.3 s'],
    [83_000, '+1 min 23 s'],
    [7_380_000, '+2 h 3 min'],
  ])('%i ms since placed is %s', (ms, text) => {
    expect(sinceText(ms)).toBe(text)
  })

  test('of another day name the day', () => {
    expect(timeText('2026-03-01T12:05:00', '2026-03-01T12:00:00')).toBe('12:05')
    expect(timeText('2026-03-03T12:05:00', '2026-03-01T12:00:00')).toBe('3 Mar, 12:05')
  })
})
