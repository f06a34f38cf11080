import { digest } from '@aos/cdk8s/digest'
import type { StoreStatus } from '@aos/cdk8s/store-status'
import type { Condition, KubeObject, OwnerReference } from './objects.ts'

/** A Store as the API server has it: its spec may be older or newer than what we know. */
export interface StoreResource extends KubeObject {
  spec: Record<string, unknown>
  status?: Partial<StoreStatus>
}

/** Stands for what of a spec can make a version fail; whether it is paused cannot. */
export function revisionOf({ metadata, spec }: StoreResource): string {
  const { paused: _, ...rest } = spec
  return `${metadata.name}-${digest(rest)}`
}

export const ownerOf = ({ apiVersion, kind, metadata }: StoreResource): OwnerReference => ({
  apiVersion,
  kind,
  name: metadata.name,
  uid: metadata.uid ?? '',
  controller: true,
})

export const isOwnedBy = (object: KubeObject, store: StoreResource): boolean =>
  object.metadata.ownerReferences?.some(({ uid }) => uid === store.metadata.uid) ?? false

/** The first one in a namespace is the store of that namespace, for as long as it exists. */
export const oldestFirst = (stores: StoreResource[]): StoreResource[] =>
  [...stores].sort((a, b) => age(a).localeCompare(age(b)))
const age = ({ metadata }: StoreResource): string => `${metadata.creationTimestamp} ${metadata.uid}`

type ConditionType = 'Ready' | 'Progressing' | 'Degraded'
export type Conditions = Record<ConditionType, Pick<Required<Condition>, 'status' | 'reason' | 'message'>>

/** Keeps the time of a condition whose status stayed the same. */
export function mergeConditions(
  before: StoreStatus['conditions'],
  now: Conditions,
  observedGeneration: number,
  time: string,
): StoreStatus['conditions'] {
  return Object.entries(now).map(([type, condition]) => {
    const old = before.find((each) => each.type === type)
    const isSame = old?.status === condition.status
    return {
      type,
      ...condition,
      observedGeneration,
      lastTransitionTime: isSame ? old.lastTransitionTime : time,
    }
  })
}
