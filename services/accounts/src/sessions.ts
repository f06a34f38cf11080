import type { Database } from '@aos/chassis/database'
import type { Account, Session } from '@aos/contracts/account'
import { type Actor, accountSubject, type Identity, Role } from '@aos/contracts/actor'
import type { Context } from 'koa'
import { findAccount, type StoredAccount } from './accounts-table.ts'
import type { Auth } from './auth.ts'
import type { AccountsConfig } from './config.ts'

/** The cookies of a request, as Better Auth reads them. */
export const cookiesOf = (ctx: Context): Headers => new Headers({ cookie: ctx.get('cookie') })

/** Hands the cookies that Better Auth sets on to the browser. */
export function setCookies(ctx: Context, headers: Headers): void {
  for (const cookie of headers.getSetCookie()) ctx.append('set-cookie', cookie)
}

const rolesOf = (role: string): Role[] => (role === 'staff' ? Role.options : ['shopper'])

const accountOf = ({ id, name, email, emailVerified, role, hasPassword }: StoredAccount): Account => ({
  id,
  name,
  email,
  emailVerified,
  hasPassword,
  roles: rolesOf(role),
})

export class Sessions {
  readonly #auth: Auth
  readonly #database: Database
  readonly #provider: Session['provider']

  constructor(auth: Auth, database: Database, { OIDC_ISSUER, OIDC_NAME }: AccountsConfig) {
    this.#auth = auth
    this.#database = database
    this.#provider = OIDC_ISSUER ? { name: OIDC_NAME } : undefined
  }

  /** Whose session the cookies are; a session in use is prolonged, which the browser hears by a cookie. */
  async identify(ctx: Context): Promise<Identity> {
    const found = await this.#find(ctx)
    if (!found) return {}
    const { id, email, emailVerified, role } = found.user
    const actor: Actor = {
      subject: accountSubject(id),
      roles: rolesOf(role),
      ...(emailVerified && { email }),
    }
    return { actor }
  }

  async show(ctx: Context): Promise<Session> {
    const found = await this.#find(ctx)
    return this.of(found?.user.id)
  }

  /** What the browser is told of an account's session. */
  async of(accountId: string | undefined): Promise<Session> {
    const account = accountId === undefined ? undefined : await findAccount(this.#database, accountId)
    return {
      ...(account && { account: accountOf(account) }),
      ...(this.#provider && { provider: this.#provider }),
    }
  }

  /** When the session began. */
  async beganAt(ctx: Context): Promise<Date | undefined> {
    return (await this.#find(ctx))?.session.createdAt
  }

  async #find(ctx: Context) {
    const { headers, response } = await this.#auth.api.getSession({
      headers: cookiesOf(ctx),
      returnHeaders: true,
    })
    setCookies(ctx, headers)
    return response
  }
}
