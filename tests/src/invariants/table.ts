import type { Verdict } from './invariants.ts'

const SHOWN = 20

/** The verdicts for people: a line for each invariant, then what breaks it. */
export function tableOf(verdicts: readonly Verdict[]): string {
  const width = Math.max(...verdicts.map(({ invariant }) => invariant.length))
  const lines = verdicts.map(({ invariant, checked, violations }) => {
    const outcome = violations.length === 0 ? 'holds' : `${violations.length} violations`
    return `${invariant.padEnd(width)}  ${String(checked).padStart(6)} checked  ${outcome}`
  })
  const details = verdicts
    .filter(({ violations }) => violations.length > 0)
    .flatMap(({ invariant, violations }) => [
      `\n${invariant}:`,
      ...violations.slice(0, SHOWN).map(({ subject, problem }) => `  ${subject} ${problem}`),
      ...(violations.length > SHOWN ? [`  … and ${violations.length - SHOWN} more`] : []),
    ])
  return [...lines, ...details].join('\n')
}
