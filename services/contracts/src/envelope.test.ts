import { sampleEvent } from '@aos/tests/harness/samples'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseEnvelope } from './envelope.ts'
import { messageTypes } from './messages.ts'

describe('parseEnvelope', () => {
  it.each(messageTypes)('%s is a message', (type) => {
    const event = sampleEvent(type, { sequence: 3, traceparent: '00-1-2-01' })
    const { id, time, data } = event
    expect(parseEnvelope(event)).toEqual({
      ok: true,
      message: { id, type, time, sequence: 3, traceparent: '00-1-2-01', data },
    })
  })

  it('leaves out what it does not know', () => {
    const event = sampleEvent('CancelPayment', { colour: 'blue' })
    const data = { ...event.data, urgency: 'high' }
    expect(parseEnvelope({ ...event, data })).toMatchObject({ ok: true, message: { data: event.data } })
  })

  it('takes a sequence number as text, as Dapr may send extensions', () => {
    const event = { ...sampleEvent('CancelPayment'), sequence: '7' }
    expect(parseEnvelope(event)).toMatchObject({ ok: true, message: { sequence: 7 } })
  })

  it.each([
    ['nothing', null, 'not a CloudEvent'],
    ['text', 'hello', 'not a CloudEvent'],
    ['an event without id', { ...sampleEvent('CancelPayment'), id: undefined }, 'not a CloudEvent'],
    [
      'an event without sequence',
      { ...sampleEvent('CancelPayment'), sequence: undefined },
      'not a CloudEvent',
    ],
    ['an unknown type', { ...sampleEvent('CancelPayment'), type: 'MakeTea' }, 'unknown message type MakeTea'],
    [
      'a type of JavaScript itself',
      { ...sampleEvent('CancelPayment'), type: 'toString' },
      'unknown message type',
    ],
    [
      'data that does not fit',
      sampleEvent('ReserveItems', { data: { orderId: 'x' } }),
      'invalid ReserveItems',
    ],
  ])('%s is refused with the reason', (_, event, reason) => {
    expect(parseEnvelope(event)).toEqual({ ok: false, reason: expect.stringContaining(reason) })
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.anything(), (event) => !parseEnvelope(event).ok))
  })
})
