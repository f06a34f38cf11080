import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { securityHeaders as headersOf } from '@aos/contracts/security-headers'
import type { Middleware } from 'koa'
import serveStatic from 'koa-static'
import type { Config } from './config.ts'
import { pagePreloads } from './page-preloads.ts'

/** On every answer, the API's included. */
export function securityHeaders(config: Config): Middleware {
  const headers = headersOf({
    brokerScriptUrl: config.PAYMENT_BROKER_SCRIPT_URL,
    brokerUrl: config.PAYMENT_BROKER_URL,
    https: config.SECURE_COOKIES,
  })
  return (ctx, next) => {
    ctx.set(headers)
    return next()
  }
}

const HASHED = /\/assets\//
const NO_PAGE = /^\/(api|webhooks|assets)\//

/** The built web app; addresses that are pages of the app get its start page. */
export function webApp(root: string): Middleware[] {
  const preloadsOf = pagePreloads(root)
  const files = serveStatic(root, {
    index: false,
    setHeaders: (res, path) => {
      res.setHeader('cache-control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache')
      // The build left them compressed beside: who keeps one form must not give it to who asked for the other.
      res.setHeader('vary', 'accept-encoding')
    },
  }) as Middleware
  const page: Middleware = async (ctx, next) => {
    await next()
    const isPage = ctx.method === 'GET' && ctx.accepts('html') && !NO_PAGE.test(ctx.path)
    if (ctx.status !== 404 || ctx.body != null || !isPage) return
    const link = preloadsOf(ctx.path, ctx.search === '')
    if (link) ctx.set('link', link)
    ctx.type = 'html'
    ctx.set('cache-control', 'no-cache')
    ctx.body = readFileSync(join(root, 'index.html'))
  }
  return [page, files]
}
