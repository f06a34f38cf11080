import { sampleEvent } from '@aos/tests/harness/samples'
import { describe, expect, it } from 'vitest'
import { type Letter, lettersIn, markerFor, redriveOf } from './letters.ts'

const now = new Date('2026-01-01T00:00:00Z')

const aLetter = (event: unknown, id = 'letter-1') => ({
  type: 'DeadLetter',
  id,
  subject: 'an order',
  time: now.toISOString(),
  data: { service: 'stock', topic: 'stock.commands', reason: 'it does not fit', event },
})

const records = (...values: unknown[]) => values.map((value) => ({ value: JSON.stringify(value) }))
const read = (...values: unknown[]) => lettersIn(records(...values))

describe('the letters of a topic', () => {
  const event = sampleEvent('ReserveItems')

  it('say what was refused, where and why', () => {
    expect(read(aLetter(event))).toEqual([
      {
        id: 'letter-1',
        service: 'stock',
        topic: 'stock.commands',
        subject: 'an order',
        reason: 'it does not fit',
        keptAt: now.toISOString(),
        event,
        redrives: 0,
      },
    ])
  })

  it('are not open once they were sent again', () => {
    const letters = read(
      aLetter(event),
      aLetter(event, 'letter-2'),
      markerFor({ id: 'letter-1' } as Letter, now),
    )
    expect(letters.map(({ redrivenAt }) => redrivenAt)).toEqual([now.toISOString(), undefined])
  })

  it('count how often their event came back', () => {
    expect(read(aLetter({ ...event, redriven: 2 }))[0]?.redrives).toBe(2)
  })

  it('are read past records that are something else', () => {
    expect(lettersIn([{ value: 'not json' }, ...records({ type: 'Other' }, aLetter('poison'))])).toHaveLength(
      1,
    )
  })
})

describe('redriving', () => {
  const event = sampleEvent('ReserveItems')
  const letterWith = (given: unknown) => read(aLetter(given))[0] as Letter
  const redrive = (given: unknown, force = false) => redriveOf(letterWith(given), { force })

  it('sends the same event with the same id and key, and counts', () => {
    const again = redrive(event)
    expect(again).toMatchObject({ topic: 'stock.commands', key: event.subject })
    expect(JSON.parse('value' in again ? again.value : '')).toEqual({ ...event, redriven: 1 })
  })

  it('stops a loop, unless forced', () => {
    const looping = { ...event, redriven: 3 }
    expect(redrive(looping)).toEqual({ refusedBecause: expect.stringContaining('came back 3 times') })
    expect(redrive(looping, true)).toMatchObject({ topic: 'stock.commands' })
  })

  it('refuses what no service could read, even when forced', () => {
    expect(redrive('pack my box', true)).toEqual({ refusedBecause: expect.stringContaining('no CloudEvent') })
  })
})
