import { isDeepStrictEqual } from 'node:util'
import type { StoreStatus } from '@aos/cdk8s/store-status'
import type { Plan } from './plan.ts'
import { mergeConditions, revisionOf, type StoreResource } from './store-resource.ts'
import { hasPods, type View } from './view.ts'

/** The status after a verdict; the same object as before when nothing changed, so that nothing is written. */
export function statusAfter({ verdict, view }: Plan, store: StoreResource, now: Date): Partial<StoreStatus> {
  const before = store.status ?? {}
  const generation = store.metadata.generation ?? 0
  const { conditions, rollout, isGood, hasFailed } = verdict
  const revision = revisionOf(store)
  const goodRevision = isGood ? revision : before.goodRevision
  const version = isGood ? String(store.spec.version) : before.version
  const isFailed = !isGood && (hasFailed || before.failedRevision === revision)
  const after: Partial<StoreStatus> = {
    ...(view ? partsOf(view) : kept(before)),
    observedGeneration: generation,
    conditions: mergeConditions(before.conditions ?? [], conditions, generation, now.toISOString()),
    ...(version && { version }),
    ...(goodRevision && { goodRevision }),
    ...(isFailed && { failedRevision: revision }),
    ...(rollout && { rollout }),
  }
  return isDeepStrictEqual(after, before) ? before : after
}

/** Of a spec that is not understood nothing new can be said. */
const kept = ({ url, services }: Partial<StoreStatus>) => ({ ...(url && { url }), services: services ?? [] })

function partsOf({ parts, target }: View): Pick<StoreStatus, 'url' | 'services'> {
  const { host, ingress } = target.spec
  const services = parts
    .filter(({ wanted }) => hasPods(wanted))
    .map(({ wanted, readiness: { ready, wanted: pods, isComplete }, trouble }) => ({
      name: wanted.metadata.name,
      ready,
      wanted: pods,
      ...(!isComplete && { message: trouble.slice(0, 1024) }),
    }))
  return { url: `${ingress.tls ? 'https' : 'http'}://${host}`, services }
}
