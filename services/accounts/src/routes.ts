import type { Database } from '@aos/chassis/database'
import { AppError } from '@aos/chassis/errors'
import type { Outbox } from '@aos/chassis/outbox'
import { serve } from '@aos/chassis/serve'
import { type Actor, accountIdOf, IDENTITY_PATH } from '@aos/contracts/actor'
import type Router from '@koa/router'
import type { Context } from 'koa'
import { findAccount } from './accounts-table.ts'
import { addressRoutes } from './address-routes.ts'
import type { Auth } from './auth.ts'
import { translated } from './auth-faults.ts'
import { deleteAccount } from './delete-account.ts'
import type { AttemptLimits } from './limit-attempts.ts'
import { cookiesOf, type Sessions, setCookies } from './sessions.ts'

const MINUTE = 60_000

export interface Parts {
  auth: Auth
  sessions: Sessions
  limits: AttemptLimits
  database: Database
  outbox: Outbox
}

export function routes(router: Router, parts: Parts): void {
  router.get(IDENTITY_PATH, async (ctx) => {
    ctx.body = await parts.sessions.identify(ctx)
  })
  sessionRoutes(router, parts)
  accountRoutes(router, parts)
  mailRoutes(router, parts)
  addressRoutes(router, parts.database)
}

function sessionRoutes(router: Router, { auth, sessions, limits }: Parts): void {
  serve(router, 'getSession', ({ ctx }) => sessions.show(ctx))

  serve(router, 'signIn', async ({ body, actor, ctx }) => {
    await limits.signIn(body.email, actor?.address)
    const { headers, response } = await translated(auth.api.signInEmail({ body, returnHeaders: true }))
    await limits.signedIn(body.email, actor?.address)
    setCookies(ctx, headers)
    return sessions.of(response.user.id)
  })

  serve(router, 'signOut', async ({ ctx }) => {
    const { headers } = await auth.api.signOut({ headers: cookiesOf(ctx), returnHeaders: true })
    setCookies(ctx, headers)
  })
}

function accountRoutes(router: Router, { auth, sessions, limits, database, outbox }: Parts): void {
  serve(router, 'register', async ({ body, actor, ctx }) => {
    await limits.register(actor?.address)
    const { headers, response } = await translated(auth.api.signUpEmail({ body, returnHeaders: true }))
    setCookies(ctx, headers)
    return sessions.of(response.user.id)
  })

  serve(router, 'deleteAccount', async ({ body, actor, ctx }) => {
    await limits.confirmPassword(accountIdOf(actor))
    const account = await findAccount(database, accountIdOf(actor))
    if (account?.hasPassword) await confirmPassword(auth, ctx, body.password)
    else requireFresh(await sessions.beganAt(ctx))
    const { headers } = await auth.api.signOut({ headers: cookiesOf(ctx), returnHeaders: true })
    await deleteAccount(database, outbox, accountIdOf(actor))
    setCookies(ctx, headers)
  })
}

function mailRoutes(router: Router, { auth, limits, database }: Parts): void {
  serve(router, 'requestVerification', async ({ actor }) => {
    const account = await mustFind(database, actor)
    if (account.emailVerified) return
    await limits.mail(account.email, actor.address)
    await auth.api.sendVerificationEmail({ body: { email: account.email } })
  })

  serve(router, 'verifyEmail', async ({ body }) => {
    await translated(auth.api.verifyEmail({ query: { token: body.token } }))
  })

  // Whether there is such an account, the answer does not tell.
  serve(router, 'requestPasswordReset', async ({ body, actor }) => {
    await limits.mail(body.email, actor?.address)
    await auth.api.requestPasswordReset({ body: { email: body.email } })
  })

  serve(router, 'resetPassword', async ({ body }) => {
    await translated(auth.api.resetPassword({ body: { token: body.token, newPassword: body.password } }))
  })
}

async function confirmPassword(auth: Auth, ctx: Context, password: string | undefined): Promise<void> {
  await translated(auth.api.verifyPassword({ body: { password: password ?? '' }, headers: cookiesOf(ctx) }))
}

/** Where another company vouches for the person, a sign-in of just now stands for the password. */
function requireFresh(beganAt: Date | undefined): void {
  if (beganAt && Date.now() - beganAt.getTime() < 10 * MINUTE) return
  throw new AppError('unauthenticated', 'sign-in-again', 'sign in again to confirm that it is you')
}

async function mustFind(database: Database, actor: Actor) {
  const account = await findAccount(database, accountIdOf(actor))
  if (account) return account
  throw new AppError('unauthenticated', 'sign-in-needed', 'this account is no more')
}
