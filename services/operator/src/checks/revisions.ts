import { STORE_LABEL } from '@aos/cdk8s/store'
import { withDigest } from '../drift.ts'
import { fieldOf, type KubeObject } from '../objects.ts'
import { isOwnedBy, ownerOf } from '../store-resource.ts'
import { type Action, no, type Verdict, yes } from '../verdict.ts'
import type { View } from '../view.ts'

const KEPT = 3

/** All phases are ready for the first time: from now on this spec is where a rollback goes. */
export function targetIsGood(view: View): Verdict | undefined {
  if (view.isRolledOut) return undefined
  const message = `version ${view.target.spec.version} is ready`
  return {
    actions: [...remembered(view), ...forgotten(view)],
    conditions: {
      Ready: yes('Ready', message),
      Progressing: no('Complete', message),
      Degraded: no('AsExpected', 'nothing is amiss'),
    },
    isGood: true,
    againInMs: 0,
  }
}

/** Specs that were good once, as Kubernetes keeps the revisions of its own workloads; the newest first. */
const known = ({ live, store }: View): KubeObject[] =>
  [...live.values()]
    .filter((object) => object.kind === 'ControllerRevision' && isOwnedBy(object, store))
    .sort((a, b) => numberOf(b) - numberOf(a))

const numberOf = (revision: KubeObject): number => fieldOf<number>(revision, 'revision') ?? 0

function remembered(view: View): Action[] {
  const { store, target, live } = view
  if (live.has(`ControllerRevision ${target.revision}`)) return []
  const object = withDigest({
    apiVersion: 'apps/v1',
    kind: 'ControllerRevision',
    metadata: {
      name: target.revision,
      namespace: store.metadata.namespace ?? '',
      labels: { [STORE_LABEL]: store.metadata.name },
      ownerReferences: [ownerOf(store)],
    },
    data: { spec: store.spec },
    revision: 1 + Math.max(0, ...known(view).map(numberOf)),
  })
  return [{ do: 'apply', object, live: undefined, why: 'missing' }]
}

const forgotten = (view: View): Action[] =>
  known(view)
    .filter(({ metadata }) => metadata.name !== view.target.revision)
    .slice(KEPT - 1)
    .map((object) => ({ do: 'delete', object, why: 'old revision' }))
