import { type Phase, phases } from '@aos/cdk8s/store'
import { conditionOf } from '../objects.ts'
import { type Action, no, type Verdict, yes } from '../verdict.ts'
import type { Part, View } from '../view.ts'
import { healthOf, troubles } from './health.ts'

const MINUTE = 60_000
/** Other operators may change what they do not tell us about. */
const LOOK_AGAIN_MS = 15_000

const applied = (parts: Part[]): Action[] =>
  parts.flatMap(({ wanted, live, change }): Action[] =>
    // What a Job does cannot be changed: it makes room for its successor.
    live?.kind === 'Job' && change === 'changed'
      ? [{ do: 'delete', object: live, why: 'changed' }]
      : change
        ? [{ do: 'apply', object: wanted, live, why: change }]
        : [],
  )

const isLeaving = ({ live }: Part): boolean => live?.metadata.deletionTimestamp !== undefined

/** What was applied and is there no more as it was applied is put back at once, whatever else is under way. */
export function somethingDrifted(view: View): Verdict | undefined {
  const drifted = view.parts.filter(
    (part) =>
      !isLeaving(part) && (part.change === 'drifted' || (part.change === 'missing' && view.isRolledOut)),
  )
  if (drifted.length === 0) return undefined
  const { ready, degraded } = healthOf(view)
  return {
    actions: applied(drifted),
    conditions: {
      Ready: ready,
      Progressing: yes('Repairing', named('repairing', drifted)),
      Degraded: degraded,
    },
    rollout: view.status.rollout,
    againInMs: 0,
  }
}

const named = (what: string, parts: Part[]): string =>
  `${what} ${parts.length === 1 ? parts[0]?.wanted.kind : `${parts.length} objects`}` +
  (parts.length === 1 ? ` ${parts[0]?.wanted.metadata.name}` : '')

/** The first phase in which something is to be applied or awaited, while something is under way at all. */
function openPhase({ parts, isRolledOut }: View): Phase | undefined {
  const isUnderWay = !isRolledOut || parts.some(({ change }) => change)
  if (!isUnderWay) return undefined
  const isOpen = ({ change, readiness }: Part) => change !== undefined || !readiness.isComplete
  return phases.find((phase) => parts.some((part) => part.phase === phase && isOpen(part)))
}

type Rollout = NonNullable<Verdict['rollout']>

function rolloutAt(phase: Phase, { status, target, now }: View): Rollout {
  const { rollout } = status
  const goesOn = rollout?.revision === target.revision && rollout.phase === phase
  return goesOn ? rollout : { revision: target.revision, phase, since: now.toISOString() }
}

function remainingMs({ since }: Rollout, { target, now }: View): number {
  const deadlineMs = target.spec.rollout.progressDeadlineSeconds * 1000
  return new Date(since).getTime() + deadlineMs - now.getTime()
}

const goodRevision = ({ status, live }: View) =>
  live.get(`ControllerRevision ${status.goodRevision}`) && status.goodRevision

/** A new spec that does not become ready in time makes place for the last one that was. */
export function newVersionFails(view: View): Verdict | undefined {
  const phase = openPhase(view)
  if (!phase || view.isRolledOut || !goodRevision(view)) return undefined
  const { rollout: rules, version } = view.target.spec
  if (!rules.automaticRollback || remainingMs(rolloutAt(phase, view), view) > 0) return undefined
  const message =
    `${version} did not become ready within ${rules.progressDeadlineSeconds} s ` +
    `(${troubles(incomplete(view, phase))}); ${view.status.version ?? 'the last good spec'} is kept`
  return {
    actions: [],
    conditions: {
      Ready: no('RolledBack', message),
      Progressing: yes('RollingBack', message),
      Degraded: yes('RolledBack', message),
    },
    hasFailed: true,
    againInMs: 0,
  }
}

const incomplete = ({ parts }: View, phase: Phase): Part[] =>
  parts.filter((part) => part.phase === phase && !part.readiness.isComplete)

/** A migration may have met a database that was not there yet: it is tried again, not forever right away. */
export function failedJobIsDue(view: View): Verdict | undefined {
  const failed = view.parts.filter(
    ({ live, readiness }) => live && readiness.hasFailed && failedForMs(live, view.now) > MINUTE,
  )
  if (failed.length === 0) return undefined
  const { ready, degraded } = healthOf(view)
  return {
    actions: failed.flatMap(({ live }) => (live ? [{ do: 'delete', object: live, why: 'tried again' }] : [])),
    conditions: { Ready: ready, Progressing: yes('Retrying', troubles(failed)), Degraded: degraded },
    rollout: view.status.rollout,
    againInMs: 1000,
  }
}

const failedForMs = (job: NonNullable<Part['live']>, now: Date): number =>
  now.getTime() - new Date(conditionOf(job, 'Failed')?.lastTransitionTime ?? now).getTime()

/** One phase after the other: apply what is due, then wait until it is ready. */
export function phaseIsOpen(view: View): Verdict | undefined {
  const phase = openPhase(view)
  if (!phase) return undefined
  const rollout = rolloutAt(phase, view)
  const inPhase = view.parts.filter((part) => part.phase === phase)
  const due = inPhase.filter((part) => part.change !== undefined && !isLeaving(part))
  const leftMs = remainingMs(rollout, view)
  const waiting = troubles(incomplete(view, phase))
  const { ready, degraded } = healthOf(view)
  const isLate = leftMs <= 0
  const message =
    due.length > 0 ? `${phase}: ${named('applying', due)}` : `${phase}: ${waiting || 'waiting for the rest'}`
  return {
    actions: applied(due),
    conditions: {
      Ready: ready,
      Progressing: isLate ? no('ProgressDeadlineExceeded', message) : yes('RollingOut', message),
      Degraded: isLate ? yes('ProgressDeadlineExceeded', message) : degraded,
    },
    rollout,
    againInMs: due.length > 0 ? 0 : Math.min(LOOK_AGAIN_MS, isLate ? LOOK_AGAIN_MS : leftMs),
  }
}
