import type { StoreSpecInput } from '@aos/cdk8s/store-spec'
import type { StoreStatus } from '@aos/cdk8s/store-status'
import type { Resource } from './kubectl.ts'

export interface StoreObject extends Resource {
  spec: StoreSpecInput
  status?: Partial<StoreStatus>
}

type ConditionName = 'Ready' | 'Progressing' | 'Degraded'

export const conditionOf = ({ status }: StoreObject, name: ConditionName) =>
  status?.conditions?.find(({ type }) => type === name)

/** Whether the operator has seen the newest spec, and all that it asks for is there. */
export const isReady = (store: StoreObject): boolean =>
  store.status?.observedGeneration === store.metadata.generation &&
  conditionOf(store, 'Ready')?.status === 'True'

/** What the operator says, in one line. */
export const summaryOf = ({ status }: StoreObject): string =>
  (status?.conditions ?? [])
    .map(({ type, status, reason, message }) => `${type}=${status} (${reason}: ${message})`)
    .join('; ') || 'the operator says nothing'
