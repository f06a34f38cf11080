import type { Context } from 'koa'
import { z } from 'zod'
import type { Faults } from '../runtime/faults.ts'
import { fingerprintOf } from '../runtime/idempotency.ts'
import type { Position } from '../runtime/journal.ts'
import { CarrierFault } from './carrier-errors.ts'
import type { Answer, Depot } from './depot.ts'
import { type Booking, booking, shown } from './parcel.ts'
import { refusalOf, specialWordOf } from './special-addresses.ts'

/** `POST /parcels`: the same key gets the same answer, kept in one line of the journal with the parcel. */
export const bookParcel = (depot: Depot, faults: Faults) => async (ctx: Context) => {
  const asked = readBooking(ctx.request.body)
  const fingerprint = fingerprintOf(ctx.path, ctx.request.rawBody)
  const key = ctx.get('idempotency-key')
  const fault = faults.next(key || fingerprint, specialWordOf(asked)?.fault)
  if (!(await faults.play(fault, 'before', ctx))) return

  // No await between looking and starting: of two twins, one must see the other.
  const position = key ? refuseUnlessFree(depot, key, fingerprint) : undefined
  if (key) depot.keys.start(key, fingerprint)
  try {
    const { status, body } = position
      ? await depot.answerAt(position)
      : bookOrRefuse(depot, asked, { key, fingerprint })
    await depot.flushed()
    if (!(await faults.play(fault, 'after', ctx))) return
    if (position) ctx.set('Idempotent-Replayed', 'true')
    ctx.status = status
    ctx.body = body
  } finally {
    if (key) depot.keys.end(key)
  }
}

function readBooking(body: unknown): Booking {
  const read = booking.safeParse(body)
  if (read.success) return read.data
  throw new CarrierFault(400, 'invalid_request', z.prettifyError(read.error))
}

function bookOrRefuse(depot: Depot, asked: Booking, request: { key: string; fingerprint: string }): Answer {
  const atMs = Date.now()
  const refusal = refusalOf(asked)
  if (refusal) {
    const answer = { ...request, atMs, status: 422, body: { error: refusal } }
    if (request.key) depot.refuse(answer)
    return answer
  }
  const created = (body: unknown): Answer => ({ ...request, atMs, status: 201, body })
  const parcel = depot.book(asked, (booked) => (request.key ? created(shown(booked)) : undefined))
  return created(shown(parcel))
}

/** Returns where the answer lies if this request was answered before. */
function refuseUnlessFree(depot: Depot, key: string, fingerprint: string): Position | undefined {
  const seen = depot.keys.look(key, fingerprint)
  if (seen.as === 'new') return undefined
  if (seen.as === 'answered') return seen.position
  if (seen.as === 'still-running') {
    throw new CarrierFault(409, 'idempotency_key_in_use', 'The same request is still being worked on.')
  }
  throw new CarrierFault(400, 'idempotency_key_reused', 'This Idempotency-Key was used with another body.')
}
