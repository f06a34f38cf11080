import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Middleware } from 'koa'
import helmet from 'koa-helmet'
import serveStatic from 'koa-static'
import type { Config } from './config.ts'
import { pagePreloads } from './page-preloads.ts'

const DENIED = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'usb',
]

/** What helmet leaves out of what OWASP asks for: pages of a shop need none of these of a device. */
export const permissionsPolicy: Middleware = async (ctx, next) => {
  ctx.set('permissions-policy', DENIED.map((feature) => `${feature}=()`).join(', '))
  await next()
}

/** Browsers load scripts from here and from the payment broker, and send card numbers to the latter only. */
export function securityHeaders(config: Config): Middleware {
  const script = new URL(config.PAYMENT_BROKER_SCRIPT_URL).origin
  const api = new URL(config.PAYMENT_BROKER_URL).origin
  const secure = config.SECURE_COOKIES
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", script],
        frameSrc: [script],
        connectSrc: ["'self'", api],
        imgSrc: ["'self'", 'data:'],
        // Positions computed by the dialog library are style attributes.
        styleSrc: ["'self'"],
        styleSrcAttr: ["'unsafe-inline'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(secure && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: secure,
    crossOriginEmbedderPolicy: false,
  }) as Middleware
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
