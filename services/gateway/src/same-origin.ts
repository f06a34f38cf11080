import { AppError } from '@aos/chassis/errors'
import type { Middleware } from 'koa'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Another site can make a browser send a request here, with cookies or without. Cookies that are
 * SameSite are the first measure; this is the second: what changes something must come from a page of
 * this shop. Browsers say so themselves, and pages cannot change what they say. Who says nothing is no
 * browser, and carries nobody's cookies but their own.
 */
export const sameOrigin: Middleware = async (ctx, next) => {
  if (!SAFE.has(ctx.method) && isForeign(ctx.get('sec-fetch-site'), ctx.get('origin'), ctx.get('host')))
    throw new AppError('forbidden', 'cross-site-request', 'this request came from another site')
  await next()
}

function isForeign(fetchSite: string, origin: string, host: string): boolean {
  // `none`: the user did it, not a page. A sibling subdomain (`same-site`) is another site to us.
  if (fetchSite && fetchSite !== 'same-origin' && fetchSite !== 'none') return true
  return origin !== '' && hostOf(origin) !== host.toLowerCase()
}

const hostOf = (origin: string): string | undefined =>
  URL.canParse(origin) ? new URL(origin).host : undefined
