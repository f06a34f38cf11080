/** A Kubernetes object as JSON brings it: what every kind has, and fields that only some readers know. */
export interface KubeObject {
  apiVersion: string
  kind: string
  metadata: Metadata
  [field: string]: unknown
}

export interface Metadata {
  name: string
  namespace?: string
  uid?: string
  resourceVersion?: string
  generation?: number
  creationTimestamp?: string
  deletionTimestamp?: string
  labels?: Record<string, string>
  annotations?: Record<string, string>
  ownerReferences?: OwnerReference[]
  managedFields?: ManagedFields[]
}

export interface OwnerReference {
  apiVersion: string
  kind: string
  name: string
  uid: string
  controller?: boolean
}

/** Which fields an actor owns, as the API server keeps the books. */
interface ManagedFields {
  manager?: string
  operation?: string
  subresource?: string
  fieldsV1?: FieldSet
}

/** `f:name` for a field, `k:{…}` for a list item by its keys, `v:…` for a member of a set; empty: the whole value. */
export type FieldSet = { [path: string]: FieldSet }

export interface Condition {
  type: string
  status: 'True' | 'False' | 'Unknown'
  reason?: string
  message?: string
  lastTransitionTime?: string
  observedGeneration?: number
}

/** The name of an object within its namespace: what it is called in messages, and its key in maps. */
export const nameOf = ({ kind, metadata }: Pick<KubeObject, 'kind' | 'metadata'>): string =>
  `${kind} ${metadata.name}`

/** Reads a field deep inside an object whose kind the reader knows. */
export function fieldOf<T>(object: KubeObject | undefined, ...path: string[]): T | undefined {
  let value: unknown = object
  for (const name of path) value = (value as Record<string, unknown> | undefined)?.[name]
  return value as T | undefined
}

export const conditionOf = (object: KubeObject | undefined, type: string): Condition | undefined =>
  fieldOf<Condition[]>(object, 'status', 'conditions')?.find((condition) => condition.type === type)
