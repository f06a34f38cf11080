import { ACTOR_TOKEN_HEADER, type Access, type Actor, isSignedIn, isStaff } from '@aos/contracts/actor'
import type { Middleware } from 'koa'
import type { ActorTokens } from './actor-tokens.ts'
import { AppError } from './errors.ts'

/** Finds out who is calling, by the gateway's signature alone. */
export const identified =
  (tokens: ActorTokens): Middleware =>
  async (ctx, next) => {
    const token = ctx.get(ACTOR_TOKEN_HEADER)
    if (token) ctx.state.actor = await tokens.verify(token)
    await next()
  }

/** @throws AppError when an operation is not for this caller. */
export function requireAccess(access: Access, actor: Actor | undefined): void {
  if (access === 'anyone') return
  if (!actor) throw signInNeeded('this needs a session')
  if (access === 'owner') return
  if (!isSignedIn(actor)) throw signInNeeded('sign in first')
  if (access === 'staff' && !isStaff(actor))
    throw new AppError('forbidden', 'staff-only', 'this is for the staff of the store')
}

export const signInNeeded = (remedy: string): AppError =>
  new AppError('unauthenticated', 'sign-in-needed', remedy)
