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

/** What the operator says of where it is, in one line. */
export function summaryOf(store: StoreObject): string {
  const isWrong = conditionOf(store, 'Degraded')?.status === 'True'
  const said = conditionOf(store, isWrong ? 'Degraded' : 'Progressing')
  const ready = conditionOf(store, 'Ready')?.status ?? 'Unknown'
  return said ? `Ready=${ready}, ${said.reason}: ${said.message}` : 'nothing yet'
}
