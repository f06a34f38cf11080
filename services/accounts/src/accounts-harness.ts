import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { ActorTokens } from '@aos/chassis/actor-tokens'
import { createApp } from '@aos/chassis/app'
import { Database } from '@aos/chassis/database'
import { Lifecycle } from '@aos/chassis/lifecycle'
import { createLogger } from '@aos/chassis/logger'
import { Outbox } from '@aos/chassis/outbox'
import { ACTOR_TOKEN_HEADER, type Actor } from '@aos/contracts/actor'
import { type OperationName, operations, pathTo } from '@aos/contracts/api'
import { testDatabase } from '@aos/tests/harness/database'
import Router from '@koa/router'
import { accounts } from './accounts.ts'
import { AccountsConfig } from './config.ts'

interface Said {
  type: string
  sequence: number
  data: { accountId: string; token?: string; customer?: { email: string; language?: string }; email?: string }
}

interface Call {
  params?: Record<string, string>
  query?: string
  body?: unknown
  actor?: Actor
  cookies?: string
  language?: string
}

export interface Answer {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: what a test looks into is as it came
  body: any
  headers: Headers
  /** As a browser would send them from now on. */
  cookies: string
}

const anAddress = () => `10.0.0.${randomUUID()}`
export const anEmail = () => `${randomUUID()}@example.com`

export type AccountsUnderTest = Awaited<ReturnType<typeof startAccounts>>

/** The service with a real database; the gateway and Kafka are played by the test. */
export async function startAccounts(given: Record<string, unknown> = {}) {
  const stored = await testDatabase('accounts')
  const config = AccountsConfig.parse({
    PORT: 1,
    DAPR_HTTP_PORT: 1,
    APP_API_TOKEN: 'a token of a test',
    ACTOR_TOKEN_SECRET: 'a secret that only this test knows, long enough',
    DATABASE_URL: stored.url,
    SHOP_URL: 'http://shop.example',
    SESSION_SECRET: 'another secret that only this test knows',
    SECURE_COOKIES: 'false',
    ...given,
  })
  const logger = createLogger('accounts', 'silent')
  const lifecycle = new Lifecycle(logger)
  const database = new Database(config)
  lifecycle.onStop('the database', () => database.close())
  const said: Said[] = []
  const outbox = new Outbox('accounts', {
    push: (rows) => said.push(...rows.map(({ event }) => JSON.parse(event) as Said)),
  })
  const router = new Router()
  accounts(config, { database, outbox, logger, lifecycle, router })
  const isReady = async () => true
  const app = createApp(router, { config, logger, lifecycle, isReady, isPublic: () => true })
  const server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const tokens = new ActorTokens(config)

  async function call(
    name: OperationName,
    { params, query = '', body, actor, cookies, language }: Call = {},
  ): Promise<Answer> {
    const response = await fetch(url + pathTo(name, params) + query, {
      method: operations[name].method.toUpperCase(),
      redirect: 'manual',
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(actor && { [ACTOR_TOKEN_HEADER]: await tokens.sign(actor) }),
        ...(cookies && { cookie: cookies }),
        ...(language && { 'accept-language': language }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const set = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '')
    return {
      status: response.status,
      body: response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : undefined,
      headers: response.headers,
      cookies: set.filter((cookie) => !cookie.endsWith('=')).join('; '),
    }
  }

  const guest = (): Actor => ({ subject: `guest:${randomUUID()}`, roles: [], address: anAddress() })

  return {
    url,
    database,
    config,
    call,
    guest,
    said: (type: string, accountId: string) =>
      said.filter((one) => one.type === type && one.data.accountId === accountId),
    /** Whose session the cookies are, as the gateway asks. */
    identity: async (cookies: string) =>
      ((await (await fetch(`${url}/identity`, { headers: { cookie: cookies } })).json()) as { actor?: Actor })
        .actor,
    /** A new account, signed in. */
    async newcomer(email = anEmail(), password = 'correct horse battery') {
      const answer = await call('register', { body: { name: 'Ada', email, password }, actor: guest() })
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
      const { id } = answer.body.account
      const actor: Actor = { subject: `account:${id}`, roles: ['shopper'], address: anAddress() }
      return { id: id as string, email, password, cookies: answer.cookies, actor }
    },
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await lifecycle.stop()
      await stored.stop()
    },
  }
}
