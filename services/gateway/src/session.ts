import { randomUUID } from 'node:crypto'
import { type Actor, isSignedIn } from '@aos/contracts/actor'
import { type Operation, operations } from '@aos/contracts/api'
import type { Context, Middleware } from 'koa'
import { accountCookies } from './account-cookies.ts'
import { clientAddress } from './client-address.ts'
import type { Config } from './config.ts'
import type { Identities } from './identities.ts'

const GUEST_COOKIE = 'aos-session'
const GUEST_ID = /^[\da-f-]{36}$/
const DAYS_30 = 30 * 24 * 60 * 60 * 1000

/** What answers everybody alike needs no session, and stays while accounts cannot be reached. */
const sameForAll = Object.values<Operation>(operations)
  .filter(({ method, access }) => method === 'get' && access === 'anyone')
  .map(({ path }) => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`))

/**
 * Who is calling: whoever the accounts service says that the session is of, or else a guest, known by a
 * random cookie. Looking around makes no session: a new page asks for many things at once, and the last
 * answer's cookie would take the cart from under the one before.
 */
export const session =
  (
    identities: Identities,
    { SECURE_COOKIES, PROXIES }: Pick<Config, 'SECURE_COOKIES' | 'PROXIES'>,
  ): Middleware =>
  async (ctx, next) => {
    ctx.state.address = clientAddress(ctx, PROXIES)
    // Behind an ingress the connection is plain although the customer's is not.
    ctx.cookies.secure = SECURE_COOKIES
    const isRead = ctx.method === 'GET' || ctx.method === 'HEAD'
    if (!(isRead && sameForAll.some((path) => path.test(ctx.path)))) {
      const guest = guestIn(ctx)
      ctx.state.isKnown = guest !== undefined
      const account = await accountIn(ctx, identities)
      ctx.state.actor = {
        ...(account ?? asGuest(ctx, guest, isRead, SECURE_COOKIES)),
        address: ctx.state.address,
      }
    }
    await next()
  }

const guestIn = (ctx: Context): string | undefined => {
  const id = ctx.cookies.get(GUEST_COOKIE)
  return id && GUEST_ID.test(id) ? `guest:${id}` : undefined
}

async function accountIn(ctx: Context, identities: Identities): Promise<Actor | undefined> {
  const cookies = accountCookies(ctx)
  if (!cookies) return undefined
  const { actor, setCookies } = await identities.of(cookies)
  for (const cookie of setCookies) ctx.append('set-cookie', cookie)
  if (!actor) return undefined
  ctx.state.isKnown = true
  const formerGuest = guestIn(ctx)
  return { ...actor, ...(formerGuest && { formerGuest }) }
}

function asGuest(ctx: Context, known: string | undefined, isRead: boolean, secure: boolean): Actor {
  if (known) return { subject: known, roles: [] }
  const id = randomUUID()
  if (!isRead) ctx.cookies.set(GUEST_COOKIE, id, { ...cookieOptions(secure), maxAge: DAYS_30 })
  return { subject: `guest:${id}`, roles: [] }
}

const cookieOptions = (secure: boolean) => ({ httpOnly: true, sameSite: 'lax', secure }) as const

/** The guest that somebody was before signing in is no more, once the cart has come along. */
export function forgetGuest(ctx: Context): void {
  const actor: Actor | undefined = ctx.state.actor
  if (actor && isSignedIn(actor) && actor.formerGuest)
    ctx.cookies.set(GUEST_COOKIE, null, cookieOptions(ctx.cookies.secure))
}
