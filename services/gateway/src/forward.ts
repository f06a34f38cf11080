import type { ActorTokens } from '@aos/chassis/actor-tokens'
import { AppError } from '@aos/chassis/errors'
import { parse } from '@aos/chassis/input'
import { koaPath } from '@aos/chassis/serve'
import type { Sidecar } from '@aos/chassis/sidecar'
import { activeTraceparent } from '@aos/chassis/telemetry'
import { ACTOR_TOKEN_HEADER } from '@aos/contracts/actor'
import { pathTo } from '@aos/contracts/addresses'
import type { Operation } from '@aos/contracts/api'
import { CLIENT_ADDRESS_HEADER, CLIENT_AGENT_HEADER } from '@aos/contracts/payment-methods'
import type Router from '@koa/router'
import type { RouterContext } from '@koa/router'
import getRawBody from 'raw-body'
import { accountCookies } from './account-cookies.ts'
import type { Identities } from './identities.ts'
import { forgetGuest } from './session.ts'

const REQUEST_HEADERS = [
  'accept-language',
  'content-type',
  'idempotency-key',
  'if-none-match',
  'stripe-signature',
  'carrier-signature',
]
const ANSWER_HEADERS = ['content-type', 'location', 'etag', 'cache-control', 'last-modified', 'retry-after']
const BODY_LIMIT = '256kb'

interface Parts {
  sidecar: Sidecar
  tokens: ActorTokens
  identities: Identities
}

/** Hands an operation on to the service that owns it, and its answer back. */
export function forward(router: Router, operation: Operation, { sidecar, tokens, identities }: Parts): void {
  const { method, path, service, params } = operation
  const isOfAccounts = service === 'accounts'
  router[method](koaPath(path), async (ctx) => {
    // Sidecars fail on addresses that they cannot write down again.
    parse('params', params, ctx.params)
    const cookies = isOfAccounts ? accountCookies(ctx) : undefined
    const answer = await sidecar.invoke(service, {
      method,
      path: ctx.url,
      headers: {
        ...(await headersFor(ctx, tokens)),
        ...(cookies && { cookie: cookies }),
        ...(operation.tellsClient && clientHeaders(ctx)),
      },
      // As it came: webhooks are signed byte by byte.
      body: method === 'get' ? undefined : await getRawBody(ctx.req, { limit: BODY_LIMIT }),
    })
    const said = await answer.body.arrayBuffer().catch((cause) => unreachable(service, cause))
    const contentType = String(answer.headers['content-type'] ?? '')
    // Services answer faults with problem details; anything else comes from a sidecar that did not reach one.
    if (answer.statusCode >= 500 && !contentType.startsWith('application/problem+json'))
      unreachable(service, Buffer.from(said).toString())
    ctx.status = answer.statusCode
    // What does not say that it may be kept is for this caller alone.
    ctx.set('cache-control', 'no-store')
    for (const name of ANSWER_HEADERS) {
      const value = answer.headers[name]
      if (value !== undefined) ctx.set(name, value)
    }
    if (isOfAccounts)
      for (const cookie of [answer.headers['set-cookie'] ?? []].flat()) ctx.append('set-cookie', cookie)
    if (cookies && method !== 'get') identities.forget(cookies)
    if (path.startsWith(pathTo('getCart')) && answer.statusCode === 200) forgetGuest(ctx)
    ctx.body = Buffer.from(said)
    if (contentType) ctx.type = contentType
  })
}

const clientHeaders = (ctx: RouterContext): Record<string, string> => ({
  [CLIENT_ADDRESS_HEADER]: ctx.state.address,
  [CLIENT_AGENT_HEADER]: ctx.get('user-agent').slice(0, 500) || 'unknown',
})

function unreachable(service: string, cause: unknown): never {
  throw new AppError('unavailable', 'service-unavailable', `${service} cannot be reached; try again`, {
    cause,
  })
}

export async function headersFor(ctx: RouterContext, tokens: ActorTokens): Promise<Record<string, string>> {
  const headers: Record<string, string> = { 'x-request-id': ctx.state.requestId }
  if (ctx.state.actor) headers[ACTOR_TOKEN_HEADER] = await tokens.sign(ctx.state.actor)
  const traceparent = activeTraceparent()
  if (traceparent) headers.traceparent = traceparent
  for (const name of REQUEST_HEADERS) {
    const value = ctx.get(name)
    if (value) headers[name] = value
  }
  return headers
}
