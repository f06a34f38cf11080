import type { PlaceOrder } from '@aos/contracts/http'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { Refusal, Unreachable } from '../../shared/api/failures.ts'
import { memoryStorage } from '../../shared/session-slot.ts'
import { type Attempt, attemptSlot, isOrderPending, orderMadeOf, placedSlot } from './attempt-store.ts'
import { placeOnce } from './place-once.ts'

const id = '0199aaaa-0000-7000-8000-000000000001'

const anOrder = (over: Partial<PlaceOrder> = {}): PlaceOrder => ({
  lines: [{ sku: 'KET-001', quantity: 2 }],
  total: { amount: 7800, currency: 'EUR' },
  customer: {
    name: 'Ada',
    email: 'ada@example.com',
    address: { street: 'Long Lane 1', postalCode: '10115', city: 'Berlin', country: 'DE' },
  },
  paymentMethod: 'pm_1',
  cartEtag: '7',
  ...over,
})

const refusal = (status: number, code: string, retryAfterMs?: number) =>
  new Refusal(
    { type: 'about:blank', title: code, status, detail: code, code, requestId: 'r' },
    status,
    retryAfterMs,
  )

let storage = memoryStorage()
beforeEach(() => {
  storage = memoryStorage()
})

/** A tab as it is after loading; what it answers to is `answers`, one after the other. */
function aTab(...answers: (Error | 'never' | 'ok')[]) {
  const sent: Attempt[] = []
  const waits: number[] = []
  let keys = 0
  const placing = placeOnce({
    attempts: attemptSlot(storage),
    placed: placedSlot(storage),
    send: async (attempt) => {
      sent.push(attempt)
      const answer = answers[sent.length - 1] ?? 'ok'
      if (answer === 'never') return new Promise(() => {})
      if (answer instanceof Error) throw answer
      return { id }
    },
    wait: async (ms) => void waits.push(ms),
    newKey: () => `key-${waits.length}-${sent.length}-${++keys}`,
  })
  return { placing, sent, waits }
}

describe('placing an order', () => {
  test('a double click sends one request', async () => {
    const { placing, sent } = aTab()
    const outcomes = await Promise.all([
      placing.place(anOrder(), 'trace-1'),
      placing.place(anOrder(), 'trace-2'),
    ])
    expect(outcomes).toEqual([
      { kind: 'placed', id },
      { kind: 'placed', id },
    ])
    expect(sent).toHaveLength(1)
  })

  test('a lost answer is repeated with the same key, body and trace', async () => {
    const { placing, sent } = aTab(
      new Unreachable('reset'),
      refusal(409, 'request-in-progress'),
      refusal(503, 'unavailable'),
    )
    expect(await placing.place(anOrder(), 'trace-1')).toEqual({ kind: 'placed', id })
    expect(sent).toHaveLength(4)
    expect(new Set(sent.map((attempt) => JSON.stringify(attempt))).size).toBe(1)
  })

  test('back-off grows, and respects what the shop asked for', async () => {
    const { placing, waits } = aTab(
      new Unreachable('reset'),
      new Unreachable('reset'),
      refusal(503, 'unavailable', 9_000),
    )
    await placing.place(anOrder(), 'trace-1')
    expect(waits).toEqual([300, 600, 9_000])
  })

  test('a refresh goes on with what was sent, byte for byte', async () => {
    const before = aTab('never')
    void before.placing.place(anOrder(), 'trace-1')
    await vi.waitFor(() => expect(before.sent).toHaveLength(1))

    const after = aTab()
    expect(isOrderPending(attemptSlot(storage))).toBe(true)
    expect(await after.placing.resume()).toEqual({ kind: 'placed', id })
    expect(JSON.stringify(after.sent[0])).toBe(JSON.stringify(before.sent[0]))
    expect(isOrderPending(attemptSlot(storage))).toBe(false)
    expect(after.placing.resume()).toBeUndefined()
  })

  test('with another body, a former attempt of unknown outcome is settled first', async () => {
    const { placing, sent } = aTab(...Array<Error>(9).fill(new Unreachable('offline')))
    expect(await placing.place(anOrder(), 'trace-1')).toEqual({ kind: 'unknown' })
    await placing.place(anOrder({ paymentMethod: 'pm_2' }), 'trace-2')
    expect(sent.at(-1)).toEqual(sent[0])
  })

  test.each([400, 422])('refused with %i, the next attempt has a new key', async (status) => {
    const { placing, sent } = aTab(refusal(status, 'invalid'))
    expect(await placing.place(anOrder(), 'trace-1')).toMatchObject({ kind: 'refused' })
    expect(await placing.place(anOrder({ paymentMethod: 'pm_2' }), 'trace-2')).toEqual({ kind: 'placed', id })
    expect(sent[1]?.key).not.toBe(sent[0]?.key)
    expect(sent[1]?.order.paymentMethod).toBe('pm_2')
  })

  test('back at a cart that was ordered already, the order is known', async () => {
    const { placing } = aTab()
    await placing.place(anOrder({ cartEtag: '7' }), 'trace-1')
    expect(orderMadeOf('7', placedSlot(storage))).toBe(id)
    expect(orderMadeOf('8', placedSlot(storage))).toBeUndefined()
    expect(orderMadeOf(undefined, placedSlot(storage))).toBeUndefined()
  })

  test('what someone else wrote into the storage is ignored', () => {
    storage.setItem('aos.checkout.attempt', '{"key":1}')
    expect(aTab().placing.resume()).toBeUndefined()
    storage.setItem('aos.checkout.attempt', '{')
    expect(aTab().placing.resume()).toBeUndefined()
  })
})
