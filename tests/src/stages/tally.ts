export interface Tally {
  passed: number
  failed: number
  skipped: number
}

export const nothing: Tally = { passed: 0, failed: 0, skipped: 0 }

export const add = (a: Tally, b: Tally): Tally => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
})

/** What Vitest's JSON reporter writes, as far as it counts. */
interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  /** One for each file. */
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

/**
 * A file that failed although none of its tests did, at an import or in a hook, counts as a failure,
 * and so does a run that failed for another reason.
 */
export function tallyOf(report: VitestReport | undefined, succeeded: boolean): Tally {
  const passed = report?.numPassedTests ?? 0
  const brokenFiles = (report?.testResults ?? []).filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  ).length
  const failed = (report?.numFailedTests ?? 0) + brokenFiles
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0)
  return { passed, failed: succeeded ? failed : Math.max(failed, 1), skipped }
}

/** What a closing line says. */
export function tallyIn(line: string): Tally {
  const count = (what: keyof Tally) => Number(new RegExp(`(\\d+) ${what}`).exec(line)?.[1] ?? 0)
  return { passed: count('passed'), failed: count('failed'), skipped: count('skipped') }
}

export const closingLine = ({ passed, failed, skipped }: Tally): string =>
  [`${passed} passed`, `${failed} failed`, ...(skipped > 0 ? [`${skipped} skipped`] : [])].join(', ')
