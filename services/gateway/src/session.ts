import { randomUUID } from 'node:crypto'
import type { Context, Middleware } from 'koa'

const COOKIE = 'aos-session'
const DAYS_30 = 30 * 24 * 60 * 60 * 1000

/**
 * Who is calling. Everyone is a guest, known by a random cookie; this is the place where accounts
 * will turn a session into a customer. Looking around makes no session: a new page asks for many things
 * at once, and the last answer's cookie would take the cart from under the one before. Services are told
 * by ACTOR_HEADER and trust only the gateway.
 */
export const session =
  ({ secure }: { secure: boolean }): Middleware =>
  async (ctx, next) => {
    let id = ctx.cookies.get(COOKIE)
    if (!id || !/^[\da-f-]{36}$/.test(id)) {
      id = randomUUID()
      if (!isRead(ctx.method)) keep(ctx, id, secure)
    }
    ctx.state.actor = `guest:${id}`
    await next()
  }

const isRead = (method: string): boolean => method === 'GET' || method === 'HEAD'

function keep(ctx: Context, id: string, secure: boolean): void {
  // Behind an ingress the connection is plain although the customer's is not.
  ctx.cookies.secure = secure
  ctx.cookies.set(COOKIE, id, { httpOnly: true, sameSite: 'lax', secure, maxAge: DAYS_30 })
}
