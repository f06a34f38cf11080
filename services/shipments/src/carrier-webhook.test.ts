import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readWebhook } from './carrier-webhook.ts'
import { ORDER_ID } from './parcel.samples.ts'

const secret = 'a-secret-of-the-carrier'
const now = new Date('2026-01-01T12:00:00Z')
const seconds = now.getTime() / 1000

const sign = (rawBody: string, { time = seconds, key = secret } = {}) => ({
  rawBody,
  signature: `t=${time},v1=${createHmac('sha256', key).update(`${time}.${rawBody}`).digest('hex')}`,
})

const event = (type: string, overrides = {}) =>
  JSON.stringify({
    id: 'evt_1',
    type,
    data: {
      parcel: {
        id: 'parcel_1',
        reference: ORDER_ID,
        trackingNumber: 'AW1',
        status: type.split('.')[1],
        ...overrides,
      },
    },
  })

describe('a webhook of the carrier', () => {
  it.each(['dispatched', 'delivered', 'lost'] as const)('tells that the parcel was %s', (status) => {
    expect(readWebhook(sign(event(`parcel.${status}`)), secret, now)).toEqual({
      orderId: ORDER_ID,
      news: { type: status, carrierReference: 'parcel_1', trackingNumber: 'AW1' },
    })
  })

  it('says nothing to us when it is of another kind, or about a parcel that is not ours', () => {
    expect(readWebhook(sign(event('parcel.weighed')), secret, now)).toBeUndefined()
    expect(readWebhook(sign(event('parcel.lost', { reference: 'R-17' })), secret, now)).toBeUndefined()
  })

  const genuine = sign(event('parcel.lost'))
  it.each([
    ['signed with another secret', sign(event('parcel.lost'), { key: 'guessed-by-somebody' })],
    ['changed on its way', { ...genuine, rawBody: genuine.rawBody.replace('AW1', 'AW2') }],
    ['old', sign(event('parcel.lost'), { time: seconds - 301 })],
    ['from the future', sign(event('parcel.lost'), { time: seconds + 301 })],
    ['not signed', { ...genuine, signature: '' }],
    ['signed with nonsense', { ...genuine, signature: `t=${seconds},v1=zz` }],
    ['not an event, though signed', sign('{"hello":"world"}')],
  ])('is refused when it is %s', (_, webhook) => {
    expect(() => readWebhook(webhook, secret, now)).toThrow(expect.objectContaining({ kind: 'invalid' }))
  })
})
