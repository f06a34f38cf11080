import { AppError } from '@aos/chassis/errors'
import type { Actor } from '@aos/contracts/actor'
import { pathTo } from '@aos/contracts/addresses'
import type { Context, Middleware } from 'koa'
import { Buckets } from './buckets.ts'
import type { Config } from './config.ts'

interface Limit {
  buckets: Buckets
  /** Whose share it is; undefined: the limit does not apply. */
  keyOf: (ctx: Context) => string | undefined
}

const addressOf = ({ state }: Context): string => state.address
/** Whoever comes without a cookie is somebody new each time; the address alone is then known. */
const actorOf = ({ state }: Context): string | undefined =>
  state.isKnown ? (state.actor as Actor | undefined)?.subject : undefined

/**
 * How much one caller may ask of this replica: as an actor, from an address, and in orders from an
 * address, which hold stock for whoever never pays. Who asks for more hears when to come again.
 */
export function rateLimit(config: Config): Middleware {
  const isOrder = ({ method, path }: Context) => method === 'POST' && path === pathTo('placeOrder')
  const limits: Limit[] = [
    { buckets: new Buckets(config.RATE_LIMIT_ADDRESS), keyOf: addressOf },
    { buckets: new Buckets(config.RATE_LIMIT_ACTOR), keyOf: actorOf },
    {
      buckets: new Buckets(config.RATE_LIMIT_ORDERS),
      keyOf: (ctx) => (isOrder(ctx) ? addressOf(ctx) : undefined),
    },
  ]
  return async (ctx, next) => {
    const now = Date.now()
    for (const { buckets, keyOf } of limits) {
      const key = keyOf(ctx)
      const retryAfterMs = key === undefined ? 0 : buckets.take(key, now)
      if (retryAfterMs > 0) throw tooMany(retryAfterMs)
    }
    await next()
  }
}

const tooMany = (retryAfterMs: number) =>
  new AppError(
    'too-many',
    'rate-limited',
    `this is more than one caller may ask for; try again in ${Math.ceil(retryAfterMs / 1000)} s`,
    { retryAfterMs },
  )
