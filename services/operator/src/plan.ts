import { type Candidate, clusterLacksParts, isNotTheFirst, specDoesNotFit } from './checks/admission.ts'
import { isPaused, namesAreTaken, platformIsMissing, secretsAreMissing } from './checks/preconditions.ts'
import { targetIsGood } from './checks/revisions.ts'
import { failedJobIsDue, newVersionFails, phaseIsOpen, somethingDrifted } from './checks/rollout.ts'
import { nothingIsToDo, sidecarsAreMissing, somethingIsLeftOver } from './checks/upkeep.ts'
import type { Gathered } from './gather.ts'
import type { StoreResource } from './store-resource.ts'
import type { Verdict } from './verdict.ts'
import { look, type View } from './view.ts'

type Check<On> = (on: On) => Verdict | undefined

/** May this Store be kept at all? */
export const admission: Check<Candidate>[] = [isNotTheFirst, specDoesNotFit, clusterLacksParts]

/**
 * What is next? The first check that has something to say decides; once that is done, the next look finds
 * the next thing. So the order of this list is the order of an installation, of an upgrade and of a repair.
 */
export const course: Check<View>[] = [
  isPaused,
  platformIsMissing,
  namesAreTaken,
  secretsAreMissing,
  somethingDrifted,
  sidecarsAreMissing,
  newVersionFails,
  failedJobIsDue,
  phaseIsOpen,
  targetIsGood,
  somethingIsLeftOver,
]

/** The verdict about a Store, and the view that it rests on where the Store was fit for one. */
export interface Plan {
  verdict: Verdict
  view?: View
}

/** Pure: the same look leads to the same verdict. Nothing for a Store that is being deleted. */
export function plan(gathered: Gathered, store: StoreResource): Plan | undefined {
  if (store.metadata.deletionTimestamp) return undefined
  const objection = first(admission, { ...gathered, store })
  if (objection) return { verdict: objection }
  const view = look(gathered, store)
  return { view, verdict: first(course, view) ?? nothingIsToDo(view) }
}

function first<On>(checks: Check<On>[], on: On): Verdict | undefined {
  for (const check of checks) {
    const verdict = check(on)
    if (verdict) return verdict
  }
  return undefined
}
