import { kinds } from '../kinds.ts'
import { type KubeObject, nameOf } from '../objects.ts'
import { isOwnedBy } from '../store-resource.ts'
import { no, type Verdict, yes } from '../verdict.ts'
import type { View } from '../view.ts'
import { healthOf, names, podsWithoutSidecar } from './health.ts'

/** A pod without its sidecar never gets one; as soon as a new pod would, it makes place for that. */
export function sidecarsAreMissing(view: View): Verdict | undefined {
  const bare = podsWithoutSidecar(view)
  if (bare.length === 0 || !view.injectorWorks) return undefined
  const { ready, degraded } = healthOf(view)
  const message = `made without a Dapr sidecar, and made anew: ${names(bare)}`
  return {
    actions: bare.map((object) => ({ do: 'delete', object, why: 'no sidecar' })),
    conditions: { Ready: ready, Progressing: yes('Repairing', message), Degraded: degraded },
    rollout: view.status.rollout,
    againInMs: 1000,
  }
}

const pruned = new Set(
  kinds.filter(({ kind, holdsData }) => !holdsData && kind !== 'ControllerRevision').map(({ kind }) => kind),
)

/** What the store has no more: only what it owns, never data, and never before what replaces it is ready. */
export function somethingIsLeftOver(view: View): Verdict | undefined {
  const left = [...view.live.values()].filter((object) => isLeftOver(object, view))
  if (left.length === 0) return undefined
  const { ready, degraded } = healthOf(view)
  return {
    actions: left.map((object) => ({ do: 'delete', object, why: 'left over' })),
    conditions: {
      Ready: ready,
      Progressing: yes('Pruning', `removing ${left.map(nameOf).join(', ')}`),
      Degraded: degraded,
    },
    againInMs: 1000,
  }
}

const isLeftOver = (object: KubeObject, { belongs, store }: View): boolean =>
  pruned.has(object.kind) &&
  isOwnedBy(object, store) &&
  !belongs.has(nameOf(object)) &&
  !object.metadata.deletionTimestamp

/** Everything is as the spec says; whether all of it works is another matter. */
export function nothingIsToDo(view: View): Verdict {
  const { ready, degraded } = healthOf(view)
  const message = `version ${view.target.spec.version} is in place`
  return {
    actions: [],
    conditions: { Ready: ready, Progressing: no('Complete', message), Degraded: degraded },
    // Changes ring by themselves; a pod without a sidecar waits for the injector, which does not.
    ...(view.injectorWorks ? {} : { againInMs: 15_000 }),
  }
}
