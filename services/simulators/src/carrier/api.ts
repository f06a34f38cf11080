import { bodyParser } from '@koa/bodyparser'
import Router from '@koa/router'
import type { Context, Next } from 'koa'
import { z } from 'zod'
import type { Faults } from '../runtime/faults.ts'
import { bookParcel } from './book-parcel.ts'
import { CarrierFault, notFound, shapeErrors } from './carrier-errors.ts'
import type { Depot } from './depot.ts'
import { type Parcel, shown } from './parcel.ts'

const speedChange = z.object({ speed: z.number().positive().max(1_000_000) })

export function carrierApi(depot: Depot, faults: Faults, token: string): Router {
  const known = (id = ''): Parcel => {
    const parcel = depot.parcel(id)
    if (!parcel) throw notFound(id)
    return parcel
  }
  const router = new Router()
  router.use(['/parcels', '/clock'], shapeErrors, authenticate(token), bodyParser({ enableTypes: ['json'] }))

  router.post('/parcels', bookParcel(depot, faults))
  router.get('/parcels', (ctx) => {
    const { reference } = ctx.query
    if (typeof reference !== 'string')
      throw new CarrierFault(400, 'invalid_request', 'Say which ?reference=.')
    ctx.body = { parcels: depot.parcelsOf(reference).map(shown) }
  })
  router.get('/parcels/:id', (ctx) => {
    ctx.body = shown(known(ctx.params.id))
  })
  router.post('/parcels/:id/cancel', (ctx) => {
    const parcel = known(ctx.params.id)
    if (parcel.status !== 'booked' && parcel.status !== 'cancelled') throw notCancellable(parcel)
    ctx.body = shown(parcel.status === 'cancelled' ? parcel : depot.cancel(parcel))
  })
  router.post('/parcels/:id/advance', (ctx) => {
    const parcel = known(ctx.params.id)
    const next = depot.advance(parcel)
    if (!next) throw new CarrierFault(409, 'at_its_end', `The parcel is ${parcel.status}.`)
    ctx.body = shown(next)
  })
  router.get('/clock', (ctx) => {
    ctx.body = { speed: depot.speed }
  })
  router.post('/clock', (ctx) => {
    const read = speedChange.safeParse(ctx.request.body)
    if (!read.success) throw new CarrierFault(400, 'invalid_request', z.prettifyError(read.error))
    depot.setSpeed(read.data.speed)
    ctx.body = { speed: depot.speed }
  })
  return router
}

const notCancellable = (parcel: Parcel) =>
  new CarrierFault(
    409,
    'not_cancellable',
    `The parcel is ${parcel.status}: it cannot be cancelled any more.`,
    {
      status: parcel.status,
    },
  )

function authenticate(token: string) {
  return (ctx: Context, next: Next) => {
    if (ctx.get('authorization') === `Bearer ${token}`) return next()
    throw new CarrierFault(401, 'unauthorized', 'Send Authorization: Bearer and the token of your account.')
  }
}
