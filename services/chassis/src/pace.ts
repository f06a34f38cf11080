import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Keeps the starts of batches at least `intervalMs` apart. What comes after a quiet time starts at once;
 * under load, batches gather meanwhile. A batch costs much the same whatever its size, so this decides
 * the cost of a message.
 */
export function paced(intervalMs: number): () => Promise<void> {
  let nextAt = 0
  return async () => {
    const waitMs = nextAt - performance.now()
    nextAt = Math.max(nextAt, performance.now()) + intervalMs
    if (waitMs > 0) await sleep(waitMs)
  }
}

/** How far apart batches of one kind start under load. */
export const PACE_MS = 20
