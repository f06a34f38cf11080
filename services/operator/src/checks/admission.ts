import { missing } from '@aos/cdk8s/missing'
import { StoreSpec } from '@aos/cdk8s/store-spec'
import type { Gathered } from '../gather.ts'
import type { StoreResource } from '../store-resource.ts'
import { declared } from '../target.ts'
import { refused, type Verdict } from '../verdict.ts'

export interface Candidate extends Gathered {
  store: StoreResource
}

/** Dapr's app ids and components are per namespace: a second store in it would answer for the first. */
export function isNotTheFirst({ store, stores }: Candidate): Verdict | undefined {
  const first = stores[0]
  if (!first || first.metadata.uid === store.metadata.uid) return undefined
  const message =
    `namespace ${store.metadata.namespace} already has the store "${first.metadata.name}", ` +
    `and there is one store per namespace: create "${store.metadata.name}" in another one`
  return refused({ reason: 'NamespaceTaken', message })
}

/** The API server checks specs by the same schema; but a Store may be older than the schema or than a rule. */
export function specDoesNotFit({ store }: Candidate): Verdict | undefined {
  const parsed = StoreSpec.safeParse(store.spec)
  if (parsed.success) return undefined
  const faults = parsed.error.issues.map(({ path, message }) => `spec.${path.join('.')}: ${message}`)
  return refused({ reason: 'InvalidSpec', message: faults.join('; ') })
}

export function clusterLacksParts(candidate: Candidate): Verdict | undefined {
  const faults = missing(...declared(candidate, candidate.store))
  return faults.length > 0
    ? { ...refused({ reason: 'PlatformMissing', message: faults.join('; ') }), againInMs: 15_000 }
    : undefined
}
