import { createHmac, timingSafeEqual } from 'node:crypto'
import { AppError } from '@aos/chassis/errors'
import { CarrierEvent, CarrierParcel, newsOf } from './carrier-api.ts'
import type { OrderNews } from './record-news.ts'

const MAX_AGE_S = 300
const newsworthy = new Set(['parcel.dispatched', 'parcel.delivered', 'parcel.lost'])

interface Webhook {
  rawBody: string
  /** `t=<unix seconds>,v1=<hex HMAC-SHA256 of "t.body">`; the time is signed, so that nothing old is replayed. */
  signature: string
}

/**
 * @returns what the webhook says about an order of ours, or nothing.
 * @throws AppError when it does not come from the shipment company.
 */
export function readWebhook(
  { rawBody, signature }: Webhook,
  secret: string,
  now: Date,
): OrderNews | undefined {
  if (!isGenuine(rawBody, signature, secret, now))
    throw new AppError('invalid', 'forged-webhook', 'the signature does not fit the body, or is too old')
  const event = CarrierEvent.safeParse(JSON.parse(rawBody))
  if (!event.success) throw new AppError('invalid', 'unknown-webhook', 'this is not an event of the carrier')
  const parcel = CarrierParcel.safeParse(event.data.data.parcel)
  if (!newsworthy.has(event.data.type) || !parcel.success) return undefined
  return { orderId: parcel.data.reference, news: newsOf(parcel.data) }
}

function isGenuine(rawBody: string, signature: string, secret: string, now: Date): boolean {
  const fields = new Map(signature.split(',').map((field) => field.trim().split('=', 2) as [string, string]))
  const time = fields.get('t') ?? ''
  const age = Math.abs(now.getTime() / 1000 - Number(time))
  if (!(age <= MAX_AGE_S)) return false
  const expected = createHmac('sha256', secret).update(`${time}.${rawBody}`).digest()
  const given = Buffer.from(fields.get('v1') ?? '', 'hex')
  return given.length === expected.length && timingSafeEqual(given, expected)
}
