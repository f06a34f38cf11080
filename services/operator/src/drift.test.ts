import { describe, expect, test } from 'vitest'
import { changeOf, owns, withDigest } from './drift.ts'
import type { FieldSet, KubeObject } from './objects.ts'

const wanted = withDigest({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'orders', labels: { app: 'orders' } },
  spec: { ports: [{ name: 'http', port: 80 }] },
})
const ourFields: FieldSet = {
  'f:metadata': { 'f:labels': { 'f:app': {} }, 'f:annotations': { 'f:aos.dev/applied': {} } },
  'f:spec': { 'f:ports': { 'k:{"port":80,"protocol":"TCP"}': { '.': {}, 'f:name': {}, 'f:port': {} } } },
}
const applied = (fieldsV1: FieldSet): KubeObject => ({
  ...wanted,
  metadata: {
    ...wanted.metadata,
    managedFields: [{ manager: 'aos-operator', operation: 'Apply', fieldsV1 }],
  },
})

describe('an object', () => {
  test('that is not there is missing', () => {
    expect(changeOf(wanted, undefined)).toBe('missing')
  })

  test('whose fields are all ours is left alone, whatever others added', () => {
    const live = applied(ourFields)
    live.metadata.managedFields?.push({
      manager: 'kubectl',
      operation: 'Update',
      fieldsV1: { 'f:spec': { 'f:type': {} } },
    })
    expect(changeOf(wanted, live)).toBeUndefined()
  })

  test('that was applied from something else is changed', () => {
    const live = applied(ourFields)
    live.metadata.annotations = { 'aos.dev/applied': 'something else' }
    expect(changeOf(wanted, live)).toBe('changed')
  })

  test('of which somebody took a field has drifted', () => {
    const { 'f:labels': _, ...rest } = ourFields['f:metadata'] ?? {}
    expect(changeOf(wanted, applied({ ...ourFields, 'f:metadata': rest }))).toBe('drifted')
  })

  test('whose list lost an item has drifted', () => {
    expect(
      changeOf(wanted, applied({ ...ourFields, 'f:spec': { 'f:ports': { '.': {}, 'k:{"port":9}': {} } } })),
    ).toBe('drifted')
  })

  test('that only somebody else ever wrote has drifted', () => {
    expect(changeOf(wanted, { ...wanted, metadata: { ...wanted.metadata, managedFields: [] } })).toBe(
      'drifted',
    )
  })
})

describe('a set of owned fields', () => {
  test('owns members of a set by their value', () => {
    expect(owns({ 'v:"a"': {} }, ['a'])).toBe(true)
    expect(owns({ 'v:"a"': {} }, ['a', 'b'])).toBe(false)
  })

  test('owns an atomic value with all that is in it', () => {
    expect(owns({}, [{ any: 'thing' }])).toBe(true)
  })

  test('does not miss fields that say nothing', () => {
    expect(owns({ 'f:a': {} }, { a: 1, b: undefined, c: null })).toBe(true)
  })
})
