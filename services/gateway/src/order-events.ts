import { PassThrough } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { signInNeeded } from '@aos/chassis/access'
import type { ActorTokens } from '@aos/chassis/actor-tokens'
import { AppError } from '@aos/chassis/errors'
import type { Lifecycle } from '@aos/chassis/lifecycle'
import { serve } from '@aos/chassis/serve'
import type { Sidecar } from '@aos/chassis/sidecar'
import { pathTo } from '@aos/contracts/api'
import type { Order } from '@aos/contracts/http'
import type Router from '@koa/router'
import type { RouterContext } from '@koa/router'
import { headersFor } from './forward.ts'

const HEARTBEAT_MS = 15_000
const LONGEST_MS = 30 * 60 * 1000
const RETRY_MS = 1_000

/**
 * The journey of an order as server-sent events. Each is the whole order, numbered by the length of its
 * journey, so that a browser that comes back with Last-Event-ID misses and repeats nothing.
 */
export function orderEvents(
  router: Router,
  { sidecar, tokens, lifecycle }: { sidecar: Sidecar; tokens: ActorTokens; lifecycle: Lifecycle },
): void {
  const read = readOrder(sidecar, tokens)
  serve(router, 'watchOrder', async ({ params, ctx }) => {
    const closed = new AbortController()
    ctx.res.once('close', () => closed.abort())
    const since = positionIn(ctx.get('last-event-id'))
    const first = await read(ctx, params.id, undefined)
    ctx.set('cache-control', 'no-cache, no-transform')
    ctx.set('x-accel-buffering', 'no')
    const stream = new PassThrough()
    const signal = AbortSignal.any([closed.signal, lifecycle.signal, AbortSignal.timeout(LONGEST_MS)])
    const next = (after: number) => read(ctx, params.id, after, signal)
    void follow(stream, { first, since, next, signal }).finally(() => stream.end())
    // A stream is no JSON: the schema of the operation describes its events.
    return stream as unknown as Order
  })
}

/** Browsers come back with an id that we gave; whoever comes with another one begins anew. */
const positionIn = (eventId: string): number => (/^\d{1,9}$/.test(eventId) ? Number(eventId) : 0)

interface Following {
  first: Order
  since: number
  /** The order once its journey is longer, or after a while. */
  next: (after: number) => Promise<Order>
  signal: AbortSignal
}

async function follow(stream: PassThrough, { first, since, next, signal }: Following): Promise<void> {
  stream.write(`retry: ${RETRY_MS}\n\n`)
  const heartbeat = setInterval(() => stream.write(': still here\n\n'), HEARTBEAT_MS)
  let seen = since
  let order: Order | undefined = first
  while (!signal.aborted) {
    if (order && order.journey.length > seen) {
      seen = order.journey.length
      stream.write(`id: ${seen}\ndata: ${JSON.stringify(order)}\n\n`)
    }
    order = await next(seen).catch(() => undefined)
    // Orders is away for a moment: the stream stays, the browser need not know.
    if (!order) await sleep(RETRY_MS, undefined, { signal }).catch(() => {})
  }
  clearInterval(heartbeat)
}

const readOrder =
  (sidecar: Sidecar, tokens: ActorTokens) =>
  async (ctx: RouterContext, id: string, after: number | undefined, signal?: AbortSignal): Promise<Order> => {
    const query = after === undefined ? '' : `?after=${after}`
    const path = `${pathTo('getOrder', { id })}${query}`
    const answer = await sidecar.invoke('orders', {
      method: 'get',
      path,
      headers: await headersFor(ctx, tokens),
      ...(signal && { signal }),
    })
    if (answer.statusCode === 200) return (await answer.body.json()) as Order
    await answer.body.dump()
    if (answer.statusCode === 401) throw signInNeeded('this order belongs to an account: sign in to see it')
    if (answer.statusCode === 404) throw new AppError('not-found', 'no-such-order', `there is no order ${id}`)
    throw new AppError('unavailable', 'service-unavailable', 'orders cannot be reached; try again')
  }
