import { createHash, randomUUID, timingSafeEqual } from 'node:crypto'
import type { Server } from 'node:http'
import { promisify } from 'node:util'
import Router from '@koa/router'
import Koa, { type Middleware } from 'koa'
import { identified } from './access.ts'
import { ActorTokens } from './actor-tokens.ts'
import type { BaseConfig } from './config.ts'
import { AppError } from './errors.ts'
import type { Lifecycle } from './lifecycle.ts'
import type { Logger } from './logger.ts'
import { metrics, registry } from './metrics.ts'
import { problems } from './problem.ts'
import { inSpan } from './telemetry.ts'
import { answerUnreadable } from './unreadable-requests.ts'

interface AppParts {
  config: BaseConfig
  logger: Logger
  lifecycle: Lifecycle
  /** Whether what the service stands on answers. */
  isReady: () => Promise<boolean>
  /** Paths for everyone; the others need the token that the sidecar sends. */
  isPublic: (path: string) => boolean
  /** The gateway finds out itself who is calling; the others believe its signature alone. */
  isGateway?: boolean
  /** What else each request passes, right before the routes. */
  around?: Middleware[]
}

/** The order of things: every request passes from top to bottom. */
export function createApp(router: Router, parts: AppParts): Koa {
  const app = new Koa()
  // What Koa reports here is a caller who left before the end of an answer.
  app.on('error', (err) => parts.logger.debug({ err }, 'an answer broke off'))
  app.use(requestId)
  app.use(measured)
  app.use(problems(parts.logger))
  app.use(operational(parts).routes())
  app.use(traced)
  app.use(onlyThroughSidecar(parts))
  if (!parts.isGateway) app.use(identified(new ActorTokens(parts.config)))
  for (const middleware of parts.around ?? []) app.use(middleware)
  app.use(router.routes())
  return app
}

const requestId: Middleware = async (ctx, next) => {
  const given = ctx.get('x-request-id')
  ctx.state.requestId = /^[\w.-]{1,128}$/.test(given) ? given : randomUUID()
  ctx.set('x-request-id', ctx.state.requestId)
  await next()
}

const measured: Middleware = async (ctx, next) => {
  const end = metrics.httpSeconds.startTimer({ method: ctx.method })
  await next()
  end({ route: ctx._matchedRoute?.toString() ?? 'none', status: ctx.status })
}

function operational({ lifecycle, isReady }: AppParts): Router {
  const router = new Router()
  router.get('/healthz', (ctx) => {
    ctx.body = { status: 'alive' }
  })
  router.get('/readyz', async (ctx) => {
    if (lifecycle.isStopping || !(await isReady()))
      throw new AppError('unavailable', 'not-ready', 'starting, stopping, or cut off from what it stands on')
    ctx.body = { status: 'ready' }
  })
  router.get('/metrics', async (ctx) => {
    ctx.type = registry.contentType
    ctx.body = await registry.metrics()
  })
  return router
}

/** Deliveries have a span for each message instead (inbox.ts). */
const traced: Middleware = async (ctx, next) => {
  if (ctx.path.startsWith('/messages/') || ctx.path === '/dapr/subscribe') return next()
  const traceparent = ctx.get('traceparent') || undefined
  await inSpan(`${ctx.method} ${ctx.path}`, { kind: 'server', traceparent }, async (span) => {
    await next()
    span.setAttribute('http.response.status_code', ctx.status)
  })
}

const digest = (text: string) => createHash('sha256').update(text).digest()

function onlyThroughSidecar({ config, isPublic }: AppParts): Middleware {
  const expected = digest(config.APP_API_TOKEN)
  return async (ctx, next) => {
    if (!isPublic(ctx.path) && !timingSafeEqual(digest(ctx.get('dapr-api-token')), expected))
      throw new AppError('forbidden', 'not-through-sidecar', 'call this service through Dapr')
    await next()
  }
}

export async function listen(app: Koa, { PORT, HOST }: BaseConfig, lifecycle: Lifecycle): Promise<Server> {
  const server = app.listen(PORT, HOST)
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', reject)
  })
  answerUnreadable(server)
  // daprd keeps its connections; a shorter timeout here would cut requests that are on their way.
  server.keepAliveTimeout = 120_000
  lifecycle.onStop('the HTTP server', async () => {
    const closed = promisify(server.close.bind(server))()
    // daprd would keep a connection that is being answered now; it is closed as soon as it is idle.
    const timer = setInterval(() => server.closeIdleConnections(), 50)
    await closed.finally(() => clearInterval(timer))
  })
  return server
}
