import { digest } from '@aos/cdk8s/digest'
import type { FieldSet, KubeObject } from './objects.ts'

/** The one name under which the operator writes; whatever else it meets there is its own earlier work. */
export const FIELD_MANAGER = 'aos-operator'
const APPLIED = 'aos.dev/applied'

/**
 * Whether an object has to be applied, found out without asking the API server to try it:
 *
 *   changed   the digest of what was applied last, kept in an annotation, is not that of what is wanted now;
 *             fields that are wanted no more show here
 *   drifted   somebody else changed or removed a field that we applied: the API server then takes it off
 *             our list in `managedFields`
 *
 * Comparing values would have to know how the server writes them ("1000m" comes back as "1") and what webhooks
 * add; a dry run costs a write per object and look. What others add to fields of theirs is left alone.
 */
export type Change = 'missing' | 'changed' | 'drifted'

export function changeOf(wanted: KubeObject, live: KubeObject | undefined): Change | undefined {
  if (!live) return 'missing'
  if (live.metadata.annotations?.[APPLIED] !== wanted.metadata.annotations?.[APPLIED]) return 'changed'
  return ownsAll(wanted, live) ? undefined : 'drifted'
}

export function withDigest(object: KubeObject): KubeObject {
  const annotations = { ...object.metadata.annotations, [APPLIED]: digest(object) }
  return { ...object, metadata: { ...object.metadata, annotations } }
}

export const isAppliedByUs = (live: KubeObject): boolean => fieldsOfOurs(live) !== undefined

const fieldsOfOurs = (live: KubeObject): FieldSet | undefined =>
  live.metadata.managedFields?.find(
    ({ manager, operation, subresource }) =>
      manager === FIELD_MANAGER && operation === 'Apply' && !subresource,
  )?.fieldsV1

function ownsAll(wanted: KubeObject, live: KubeObject): boolean {
  const fields = fieldsOfOurs(live)
  if (!fields) return false
  const { apiVersion, kind, metadata, ...content } = wanted
  const { labels, annotations, ownerReferences } = metadata
  return owns(fields, { ...content, metadata: { labels, annotations, ownerReferences } })
}

/** Whether a set of owned fields has every field of a value. */
export function owns(fields: FieldSet, value: unknown): boolean {
  const isOwnedAsWhole = Object.keys(fields).every((path) => path === '.')
  if (isOwnedAsWhole || typeof value !== 'object' || value === null) return true
  if (Array.isArray(value)) return value.every((item) => ownsItem(fields, item))
  return Object.entries(value).every(([name, inner]) => {
    if (inner === undefined || inner === null) return true
    const own = fields[`f:${name}`]
    return own !== undefined && owns(own, inner)
  })
}

function ownsItem(fields: FieldSet, item: unknown): boolean {
  if (`v:${JSON.stringify(item)}` in fields) return true
  return Object.entries(fields).some(
    ([path, own]) => path.startsWith('k:') && hasKeys(item, path) && owns(own, item),
  )
}

/** Keys that the item leaves out were filled in by the server (a port's `protocol`). */
function hasKeys(item: unknown, path: string): boolean {
  const keys = JSON.parse(path.slice(2)) as Record<string, unknown>
  const values = item as Record<string, unknown>
  return Object.entries(keys).every(([name, key]) => values[name] === undefined || values[name] === key)
}
