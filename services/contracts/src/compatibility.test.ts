import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { asyncapi } from './asyncapi.ts'
import { breaksBetween } from './compatibility.ts'

type Document = Parameters<typeof breaksBetween>[0]

/** Replaced at each release by the docs/api/asyncapi.json of that release. */
const released = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', 'released', 'asyncapi.json'), 'utf8'),
) as Document
const current = asyncapi('0.0.0') as unknown as Document

it('services of the last release and of this version understand each other', () => {
  expect(breaksBetween(released, current)).toEqual([])
})

interface Payload {
  required: string[]
  properties: { data: { required: string[]; properties: Record<string, object> } }
}

/** The released document, with ItemsReserved changed. */
function changed(change: (data: Payload['properties']['data']) => void): Document {
  const document = structuredClone(current)
  const message = document.components.messages.ItemsReserved as unknown as { payload: Payload }
  change(message.payload.properties.data)
  return document
}

describe('a message may', () => {
  it('have a new field that need not be there', () => {
    const now = changed(({ properties }) => {
      properties.warehouse = { type: 'string' }
    })
    expect(breaksBetween(current, now)).toEqual([])
  })
})

describe('a message may not', () => {
  it.each<[string, (data: Payload['properties']['data']) => void, string]>([
    [
      'demand a new field',
      (data) => data.required.push('warehouse'),
      'ItemsReserved.data.warehouse is required now',
    ],
    [
      'lose a field',
      ({ properties }) => {
        delete properties.total
      },
      'ItemsReserved.data.total is gone',
    ],
    [
      'leave out a field that was always there',
      (data) => {
        data.required = data.required.filter((name) => name !== 'total')
      },
      'ItemsReserved.data.total may be missing now',
    ],
    [
      'change what a field is',
      ({ properties }) => {
        properties.total = { type: 'string' }
      },
      'ItemsReserved.data.total was object and is string',
    ],
  ])('%s', (_, change, problem) => {
    expect(breaksBetween(current, changed(change))).toContain(problem)
  })

  it('vanish or change its topic', () => {
    const now = structuredClone(current)
    delete now.channels['stock.events']?.messages.ItemsReserved
    expect(breaksBetween(current, now)).toEqual(['ItemsReserved is not on stock.events any more'])
  })

  it('say a word that its readers do not know', () => {
    const now = JSON.parse(JSON.stringify(current).replaceAll('"price-changed"', '"price-changed","fraud"'))
    expect(breaksBetween(current, now)).toEqual([
      'OrderRejected.data.reason may have other values than before',
    ])
  })
})
