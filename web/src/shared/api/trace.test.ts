import { describe, expect, test } from 'vitest'
import { beginAction, currentTrace, newTrace, traceparent } from './trace.ts'

describe('trace', () => {
  test('traceparent is version 00, 16 and 8 bytes of hex, sampled', () => {
    expect(traceparent(newTrace())).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/)
  })

  test('requests of one action share the trace and differ in the span', () => {
    const trace = newTrace()
    const [first, second] = [traceparent(trace), traceparent(trace)]
    expect(first.split('-')[1]).toBe(second.split('-')[1])
    expect(first.split('-')[2]).not.toBe(second.split('-')[2])
  })

  test('a new action begins a new trace', () => {
    const before = currentTrace()
    const begun = beginAction()
    expect(begun).not.toBe(before)
    expect(currentTrace()).toBe(begun)
  })
})
