import { describe, expect, it } from 'vitest'
import { deathsInARow, restartDelayMs, STABLE_MS } from './back-off.ts'

describe('the delay before a restart', () => {
  it('is short at first, doubles, and has an end', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 100].map(restartDelayMs)).toEqual([
      200, 400, 800, 1600, 3200, 6400, 10_000, 10_000, 10_000,
    ])
  })

  it('is short again for a process that was up for a while', () => {
    expect(deathsInARow(6, STABLE_MS - 1)).toBe(7)
    expect(deathsInARow(6, STABLE_MS)).toBe(1)
  })
})
