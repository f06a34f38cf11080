import { describe, expect, it } from 'vitest'
import { closingLine, tallyIn, tallyOf } from './tally.ts'

const report = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, testResults: [] }

describe('a tally', () => {
  it('counts what Vitest counted', () => {
    expect(tallyOf(report, true)).toEqual({ passed: 5, failed: 0, skipped: 2 })
    expect(tallyOf({ ...report, numFailedTests: 3 }, false)).toEqual({ passed: 5, failed: 3, skipped: 2 })
  })

  it('counts a file that failed before its tests as one failure', () => {
    const broken = { status: 'failed', assertionResults: [{ status: 'skipped' }] }
    const failing = { status: 'failed', assertionResults: [{ status: 'failed' }] }
    const testResults = [broken, failing, { status: 'passed', assertionResults: [] }]
    expect(tallyOf({ ...report, numFailedTests: 1, testResults }, false).failed).toBe(2)
  })

  it('counts a run that failed as a whole as one failure', () => {
    expect(tallyOf(report, false).failed).toBe(1)
    expect(tallyOf(undefined, false)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })
})

describe('the closing line', () => {
  it('names skipped tests only when there are some', () => {
    expect(closingLine({ passed: 5, failed: 0, skipped: 0 })).toBe('5 passed, 0 failed')
    expect(closingLine({ passed: 5, failed: 1, skipped: 2 })).toBe('5 passed, 1 failed, 2 skipped')
  })

  it.each([
    { passed: 1425, failed: 3, skipped: 0 },
    { passed: 0, failed: 12, skipped: 7 },
  ])('can be read by the run that counts on: %o', (tally) => {
    expect(tallyIn(closingLine(tally))).toEqual(tally)
  })
})
