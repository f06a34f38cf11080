const FIRST_MS = 200
const LONGEST_MS = 10_000

/** Who stayed up this long has recovered: its next restart is as quick as the first. */
export const STABLE_MS = 30_000

/** How long to wait before the restart after so many quick deaths in a row: 0.2 s, 0.4 s … 10 s. */
export const restartDelayMs = (deathsInARow: number): number =>
  Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, deathsInARow - 1))

export const deathsInARow = (before: number, upMs: number): number => (upMs >= STABLE_MS ? 1 : before + 1)
