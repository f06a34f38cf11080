import { randomBytes, randomInt } from 'node:crypto'
import { z } from 'zod'
import type { Fate } from './special-addresses.ts'

const text = z.string().trim().min(1).max(500)

/** What a shop sends to book a parcel; `reference` is its order id. */
export const booking = z.object({
  reference: text,
  recipient: z.object({ name: text, email: text.optional(), phone: text.optional() }),
  address: z.object({
    line1: text,
    line2: z.string().trim().max(500).optional(),
    postalCode: text,
    city: text,
    region: z.string().trim().max(500).optional(),
    country: z
      .string()
      .regex(/^[A-Za-z]{2}$/, 'must be an ISO 3166 code of two letters')
      .toUpperCase(),
  }),
  items: z
    .array(z.object({ sku: text, name: text.optional(), quantity: z.number().int().positive() }))
    .min(1),
  service: text.optional(),
})
export type Booking = z.output<typeof booking>
export type Destination = Pick<Booking, 'recipient' | 'address'>

export type ParcelStatus = 'booked' | 'dispatched' | 'delivered' | 'lost' | 'cancelled'

export interface Parcel extends Booking {
  id: string
  trackingNumber: string
  status: ParcelStatus
  fate: Fate
  bookedAt: string
  dispatchedAt?: string
  deliveredAt?: string
  lostAt?: string
  cancelledAt?: string
  /** On the carrier's own clock, which may run faster. */
  next?: { at: number }
}

export interface Pace {
  dispatchAfterMs: number
  deliverAfterMs: number
}

export const book = (asked: Booking, fate: Fate, now: Date, clockMs: number, pace: Pace): Parcel => ({
  ...asked,
  id: `parcel_${randomBytes(12).toString('hex')}`,
  trackingNumber: `AW${String(randomInt(1e9)).padStart(9, '0')}CR`,
  status: 'booked',
  fate,
  bookedAt: now.toISOString(),
  ...(fate !== 'never-dispatched' && { next: { at: clockMs + pace.dispatchAfterMs } }),
})

/** The next thing that happens to a parcel, or nothing if it has come to its end. */
export function advance(parcel: Parcel, now: Date, clockMs: number, pace: Pace): Parcel | undefined {
  const { next: _, ...rest } = parcel
  const at = now.toISOString()
  if (parcel.status === 'booked') {
    return { ...rest, status: 'dispatched', dispatchedAt: at, next: { at: clockMs + pace.deliverAfterMs } }
  }
  if (parcel.status !== 'dispatched') return undefined
  if (parcel.fate === 'lost') return { ...rest, status: 'lost', lostAt: at }
  return { ...rest, status: 'delivered', deliveredAt: at }
}

export function cancel({ next: _, ...parcel }: Parcel, now: Date): Parcel {
  return { ...parcel, status: 'cancelled', cancelledAt: now.toISOString() }
}

/** What the shop is shown: not how it will end. */
export function shown({ fate: _, next: __, ...parcel }: Parcel) {
  return parcel
}
