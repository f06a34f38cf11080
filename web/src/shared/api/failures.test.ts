import { describe, expect, test } from 'vitest'
import { isFinal, Refusal, Unreachable } from './failures.ts'

const refusal = (status: number, code = 'some-code', detail = 'no such thing') =>
  new Refusal({ type: 'about:blank', title: '', status, detail, code, requestId: 'r' }, status)

describe('what a failed request means', () => {
  test.each([
    [400, 'invalid-body', true],
    [404, 'no-such-order', true],
    [409, 'cart-full', true],
    [409, 'request-in-progress', false],
    [422, 'idempotency-key-reused', true],
    [429, 'too-many-requests', false],
    [500, 'internal-error', false],
    [503, 'service-unavailable', false],
  ])('%i %s: final is %s', (status, code, final) => {
    expect(isFinal(refusal(status, code))).toBe(final)
  })

  test('no answer is never final', () => {
    expect(isFinal(new Unreachable(new TypeError('reset')))).toBe(false)
  })

  test('the shopper reads a sentence, and nothing of our innards', () => {
    expect(refusal(404).message).toBe('No such thing.')
    expect(refusal(503, 'service-unavailable', 'stock cannot be reached').message).not.toContain('stock')
  })
})
