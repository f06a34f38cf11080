import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { ActorTokens } from '@aos/chassis/actor-tokens'
import { createApp } from '@aos/chassis/app'
import { BaseConfig } from '@aos/chassis/config'
import { Database } from '@aos/chassis/database'
import { Lifecycle } from '@aos/chassis/lifecycle'
import { createLogger } from '@aos/chassis/logger'
import { ACTOR_TOKEN_HEADER, type Role } from '@aos/contracts/actor'
import { usualCurrency } from '@aos/contracts/money'
import { testDatabase } from '@aos/tests/harness/database'
import Router from '@koa/router'
import { addBackOfficeRoutes } from './back-office-routes.ts'
import { readCatalogue } from './catalogue.ts'
import { addRoutes } from './routes.ts'
import { seed } from './seed.ts'

const ACTOR_TOKEN_SECRET = 'a secret that only this harness knows'

/** What the gateway says of somebody who is signed in. */
export async function signedIn(roles: Role[], email?: string) {
  const subject = `account:${randomUUID()}`
  const tokens = new ActorTokens({ ACTOR_TOKEN_SECRET, STORE_NAME: 'awesome' })
  const token = await tokens.sign({ subject, roles, ...(email && { email }) })
  return { subject, headers: { [ACTOR_TOKEN_HEADER]: token } }
}

/** The catalogue's routes over HTTP, without sidecars and gateway. */
export async function serveCatalogue(database: Database, freshForMs: number) {
  const router = new Router()
  addRoutes({ router, database, currency: usualCurrency, freshForMs })
  addBackOfficeRoutes({ router, database, currency: usualCurrency })
  const logger = createLogger('stock', 'error')
  const config = BaseConfig.parse({
    PORT: 1,
    DAPR_HTTP_PORT: 1,
    APP_API_TOKEN: 'a token of a test',
    ACTOR_TOKEN_SECRET,
  })
  const lifecycle = new Lifecycle(logger)
  const isReady = async () => true
  const app = createApp(router, { config, logger, lifecycle, isReady, isPublic: () => true })
  const server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** On a database of its own that has what the store opens with. */
export async function openCatalogue({ freshForMs = 0 } = {}) {
  const stored = await testDatabase('stock')
  const database = new Database({ DATABASE_URL: stored.url, DATABASE_CONNECTIONS: 4 })
  const catalogue = await readCatalogue()
  await Promise.all([seed(database.knex, catalogue), seed(database.knex, catalogue)])
  const { address, stop } = await serveCatalogue(database, freshForMs)
  return {
    address,
    catalogue,
    knex: database.knex,
    database,
    get: async <Body = unknown>(path: string): Promise<Body> =>
      (await (await fetch(address + path)).json()) as Body,
    close: async () => {
      stop()
      await database.close()
      await stored.stop()
    },
  }
}
