import { setTimeout as sleep } from 'node:timers/promises'

const PAUSE_MS = 2_000

interface Patience {
  /** After this long the last fault is the answer. */
  ms: number
  /** @returns whether the fault may pass by itself. */
  passes: (error: unknown) => boolean
  pauseMs?: number
}

/** Does it again until it works: what is set up in a cluster starts in no order. */
export async function patiently<T>(
  work: () => Promise<T>,
  { ms, passes, pauseMs = PAUSE_MS }: Patience,
): Promise<T> {
  const deadline = Date.now() + ms
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!passes(error) || Date.now() > deadline) throw error
      console.log(`not yet: ${error instanceof Error ? error.message || error.name : String(error)}`)
      await sleep(pauseMs)
    }
  }
}

/** Not there, or not ready yet: no such host, no answer, still starting, or the role or database to come. */
const PASSING = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  // PostgreSQL: shutting down, starting, no such role or wrong password, no such database.
  '57P01',
  '57P03',
  '28P01',
  '28000',
  '3D000',
])

export function isPassing(error: unknown): boolean {
  const { code, errors, message } = error as { code?: string; errors?: unknown[]; message?: string }
  if (errors?.some(isPassing)) return true
  return PASSING.has(code ?? '') || /terminated unexpectedly|timeout/i.test(message ?? '')
}
