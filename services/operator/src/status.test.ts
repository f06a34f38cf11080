import { describe, expect, test } from 'vitest'
import { notesOn } from './events.ts'
import { plan } from './plan.ts'
import { statusAfter } from './status.ts'
import { revisionOf } from './store-resource.ts'
import { ago, aStore, installed } from './testing/situation.ts'

const ready = aStore({ status: { goodRevision: revisionOf(aStore()), version: '0.1.0' } })

const statusOf = (store: typeof ready, situation = installed(store)) => {
  const planned = plan(situation, store)
  if (!planned) throw new Error('there is no plan')
  return statusAfter(planned, store, situation.now)
}

describe('a status', () => {
  test('that says the same as before is the same object, so that it is not written', () => {
    const status = statusOf(ready)
    const store = { ...ready, status }
    const later = { ...installed(store), now: new Date(ago(-3600)) }
    expect(statusOf(store, later)).toBe(status)
  })

  test('says which generation it is about, where the shop is, and how each part is', () => {
    const store = { ...ready, metadata: { ...ready.metadata, generation: 7 } }
    expect(statusOf(store)).toMatchObject({
      observedGeneration: 7,
      url: 'http://shop.example.test',
      services: expect.arrayContaining([{ name: 'orders', ready: 1, wanted: 1 }]),
    })
  })

  test('keeps the time of a condition until its status changes', () => {
    const before = statusOf(ready)
    const store = { ...ready, spec: { ...ready.spec, paused: true }, status: before }
    const after = statusOf(store, { ...installed(store), now: new Date(ago(-60)) })
    const time = (status: typeof before, type: string) =>
      status.conditions?.find((each) => each.type === type)?.lastTransitionTime
    expect(time(after, 'Ready')).toBe(time(before, 'Ready'))
    expect(after.conditions?.find(({ type }) => type === 'Progressing')?.reason).toBe('Paused')
  })

  test('of a spec that failed remembers which, until the spec is another', () => {
    const store = aStore({ spec: { paused: true }, status: { failedRevision: revisionOf(aStore()) } })
    expect(statusOf(store).failedRevision).toBe(revisionOf(store))
    const changed = { ...store, spec: { ...store.spec, version: '0.2.0' } }
    expect(statusOf(changed).failedRevision).toBeUndefined()
  })

  test('is told in events when it changes, and only then', () => {
    const status = statusOf(ready)
    expect(notesOn({}, status)).toEqual([
      { type: 'Normal', reason: 'Ready', message: 'version 0.1.0 is ready' },
    ])
    expect(notesOn(status, status)).toEqual([])
  })
})
