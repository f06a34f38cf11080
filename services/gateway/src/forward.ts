import { AppError } from '@aos/chassis/errors'
import { koaPath } from '@aos/chassis/serve'
import type { Sidecar } from '@aos/chassis/sidecar'
import { activeTraceparent } from '@aos/chassis/telemetry'
import type { Operation } from '@aos/contracts/api'
import { ACTOR_HEADER } from '@aos/contracts/http'
import type Router from '@koa/router'
import type { RouterContext } from '@koa/router'
import getRawBody from 'raw-body'

const REQUEST_HEADERS = [
  'content-type',
  'idempotency-key',
  'if-none-match',
  'stripe-signature',
  'carrier-signature',
]
const ANSWER_HEADERS = ['content-type', 'location', 'etag', 'cache-control', 'last-modified']
const BODY_LIMIT = '256kb'

/** Hands an operation on to the service that owns it, and its answer back. */
export function forward(router: Router, { method, path, service }: Operation, sidecar: Sidecar): void {
  router[method](koaPath(path), async (ctx) => {
    const answer = await sidecar.invoke(service, {
      method,
      path: ctx.url,
      headers: headersFor(ctx),
      // As it came: webhooks are signed byte by byte.
      body: method === 'get' ? undefined : await getRawBody(ctx.req, { limit: BODY_LIMIT }),
    })
    const said = await answer.body.arrayBuffer().catch((cause) => unreachable(service, cause))
    const contentType = String(answer.headers['content-type'] ?? '')
    // Services answer faults with problem details; anything else comes from a sidecar that did not reach one.
    if (answer.statusCode >= 500 && !contentType.startsWith('application/problem+json'))
      unreachable(service, Buffer.from(said).toString())
    ctx.status = answer.statusCode
    for (const name of ANSWER_HEADERS) {
      const value = answer.headers[name]
      if (value !== undefined) ctx.set(name, value)
    }
    ctx.body = Buffer.from(said)
    if (contentType) ctx.type = contentType
  })
}

function unreachable(service: string, cause: unknown): never {
  throw new AppError('unavailable', 'service-unavailable', `${service} cannot be reached; try again`, {
    cause,
  })
}

export function headersFor(ctx: RouterContext): Record<string, string> {
  const headers: Record<string, string> = { 'x-request-id': ctx.state.requestId }
  if (ctx.state.actor) headers[ACTOR_HEADER] = ctx.state.actor
  const traceparent = activeTraceparent()
  if (traceparent) headers.traceparent = traceparent
  for (const name of REQUEST_HEADERS) {
    const value = ctx.get(name)
    if (value) headers[name] = value
  }
  return headers
}
