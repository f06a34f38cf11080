import { setTimeout as sleep } from 'node:timers/promises'

interface Patience {
  withinMs?: number
  everyMs?: number
}

/** Asks again and again until the answer is true. @throws when that takes too long. */
export async function until(
  what: string,
  isSo: () => Promise<boolean> | boolean,
  { withinMs = 30_000, everyMs = 50 }: Patience = {},
): Promise<void> {
  const deadline = Date.now() + withinMs
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`after ${withinMs / 1000} s still not: ${what}`)
    await sleep(everyMs)
  }
}
