import { createApp, listen } from '@aos/chassis/app'
import { DatabaseConfig } from '@aos/chassis/config'
import { Database } from '@aos/chassis/database'
import { addDeadLetterRoutes } from '@aos/chassis/dead-letter-routes'
import { deliverTo } from '@aos/chassis/delivery'
import { Inbox, type Subscriptions } from '@aos/chassis/inbox'
import { Lifecycle } from '@aos/chassis/lifecycle'
import { createLogger, type Logger } from '@aos/chassis/logger'
import { Outbox } from '@aos/chassis/outbox'
import { Relay } from '@aos/chassis/relay'
import { Sidecar } from '@aos/chassis/sidecar'
import type { ServiceName, ServiceWithDatabase } from '@aos/contracts/services'
import { STORE_NAME } from '@aos/local/parts'
import Router from '@koa/router'
import { testDatabase } from './database.ts'
import {
  ACTOR_TOKEN_SECRET,
  APP_API_TOKEN,
  freeServicePorts,
  type TestSidecar,
  testSidecar,
} from './sidecar.ts'

interface Parts {
  database: Database
  outbox: Outbox
  relay: Relay
  sidecar: Sidecar
  logger: Logger
  router: Router
  lifecycle: Lifecycle
}

export interface TestService extends Parts {
  config: DatabaseConfig
  daprd: TestSidecar
  stop: () => Promise<void>
}

interface Options {
  brokers: string
  /** Whose tables the handlers need; by default only outbox and inbox. */
  schema?: ServiceName | 'chassis'
  /** Called before the app listens: to add routes. */
  withParts?: (parts: Parts) => void
}

/** A service inside the test: its own database, a real sidecar, and the handlers under test. */
export async function testService<S extends ServiceWithDatabase>(
  service: S,
  subscriptions: (parts: Parts) => Subscriptions<S>,
  { brokers, schema = 'chassis', withParts }: Options,
): Promise<TestService> {
  const ports = await freeServicePorts(service)
  const { url, stop: dropDatabase } = await testDatabase(schema)
  const config = DatabaseConfig.parse({
    PORT: ports.app,
    DAPR_HTTP_PORT: ports.daprHttp,
    APP_API_TOKEN,
    ACTOR_TOKEN_SECRET,
    STORE_NAME,
    DATABASE_URL: url,
    DATABASE_CONNECTIONS: 4,
  })
  const logger = createLogger(service, 'fatal')
  const lifecycle = new Lifecycle(logger)
  const database = new Database(config)
  lifecycle.onStop('the database', () => database.close())
  const sidecar = new Sidecar(config)
  lifecycle.onStop('the sidecar client', () => sidecar.close())
  const relay = new Relay(database, sidecar, logger)
  lifecycle.onStop('the relay', () => relay.stop())
  const outbox = new Outbox(service, relay)
  const router = new Router()
  const parts = { database, outbox, relay, sidecar, logger, router, lifecycle }

  const inbox = new Inbox(service, subscriptions(parts), parts)
  deliverTo(inbox, router, service, lifecycle)
  addDeadLetterRoutes(service, { ...parts, inbox })
  withParts?.(parts)
  relay.start()
  const app = createApp(router, { config, ...parts, isReady: async () => true, isPublic: () => false })
  await listen(app, config, lifecycle)
  const daprd = await testSidecar({ service, ports, brokers })
  const stop = async () => {
    await lifecycle.stop()
    await daprd.stop()
    await dropDatabase()
  }
  return { ...parts, config, daprd, stop }
}
