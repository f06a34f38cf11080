import { setTimeout as sleep } from 'node:timers/promises'
import { type Books, gather } from './gather.ts'
import { checkInvariants, type Strictness, type Verdict } from './invariants.ts'

export interface Patience extends Strictness {
  /** How long the store may take to come to rest. */
  waitMs: number
}

export const violationsIn = (verdicts: readonly Verdict[]) => verdicts.flatMap(({ violations }) => violations)

/** Checks again and again until all invariants hold, or until the patience ends. */
export async function settled(
  place: Books,
  acceptedIds: readonly string[],
  { waitMs, ...strictness }: Patience,
): Promise<Verdict[]> {
  const deadline = Date.now() + waitMs
  for (;;) {
    const verdicts = await gather(place, acceptedIds).then(
      (facts) => checkInvariants(facts, strictness),
      (error: Error) => {
        if (Date.now() > deadline) throw error
        return undefined
      },
    )
    if (verdicts && (violationsIn(verdicts).length === 0 || Date.now() > deadline)) return verdicts
    await sleep(1000)
  }
}
