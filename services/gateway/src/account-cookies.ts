import { ACCOUNT_COOKIE_PREFIX } from '@aos/contracts/actor'
import type { Context } from 'koa'

const MINE = new RegExp(`^(?:__Secure-|__Host-)?${ACCOUNT_COOKIE_PREFIX}[.\\w-]*=`)

/** The cookies of the accounts service among those that the browser sent; what else it keeps is no business of ours. */
export function accountCookies(ctx: Context): string | undefined {
  const mine = ctx
    .get('cookie')
    .split(/;\s*/)
    .filter((cookie) => MINE.test(cookie))
  return mine.length ? mine.join('; ') : undefined
}
