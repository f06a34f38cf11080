import type { ServiceName, ServiceWithDatabase } from '@aos/contracts/services'
import Router from '@koa/router'
import type { Middleware } from 'koa'
import { createApp, listen } from './app.ts'
import type { BaseConfig, DatabaseConfig } from './config.ts'
import { Database, statement } from './database.ts'
import { addDeadLetterRoutes } from './dead-letter-routes.ts'
import { deliverTo } from './delivery.ts'
import { every } from './every.ts'
import { Inbox, type Subscriptions } from './inbox.ts'
import { Lifecycle } from './lifecycle.ts'
import { createLogger, type Logger } from './logger.ts'
import { Outbox } from './outbox.ts'
import { Relay } from './relay.ts'
import { Sidecar } from './sidecar.ts'
import { startTelemetry } from './telemetry.ts'

const HOUR = 60 * 60 * 1000
const ping = statement('ping', 'SELECT 1')

interface Shared {
  logger: Logger
  lifecycle: Lifecycle
  sidecar: Sidecar
  router: Router
}

export interface Resources extends Shared {
  database: Database
  outbox: Outbox
}

function shared(name: ServiceName, config: BaseConfig): Shared {
  const logger = createLogger(name, config.LOG_LEVEL)
  const lifecycle = new Lifecycle(logger)
  lifecycle.stopOnSignals(config.SHUTDOWN_MS)
  lifecycle.onStop('telemetry', startTelemetry(name, config))
  const sidecar = new Sidecar(config)
  lifecycle.onStop('the sidecar client', () => sidecar.close())
  return { logger, lifecycle, sidecar, router: new Router() }
}

/** Runs the gateway, which has no rows. `build` adds its routes and returns what goes around them. */
export async function runGateway(config: BaseConfig, build: (parts: Shared) => Middleware[]): Promise<void> {
  const parts = shared('gateway', config)
  const around = build(parts)
  const app = createApp(parts.router, {
    config,
    ...parts,
    around,
    isReady: async () => true,
    isPublic: () => true,
    isGateway: true,
  })
  await listen(app, config, parts.lifecycle)
  parts.logger.info({ port: config.PORT }, 'ready')
}

/**
 * Runs a service with a database: HTTP and Kafka in, outbox and relay out.
 * `build` adds routes and workers, and returns which message goes to which use case.
 * Stopping goes backwards: no more requests, work in flight ends, the relay flushes, pools close.
 */
export async function runService<S extends ServiceWithDatabase>(
  name: S,
  config: DatabaseConfig,
  build: (resources: Resources) => Subscriptions<S>,
): Promise<void> {
  const parts = shared(name, config)
  const { logger, lifecycle, sidecar, router } = parts

  const database = new Database(config)
  lifecycle.onStop('the database', () => database.close())
  const relay = new Relay(database, sidecar, logger)
  lifecycle.onStop('the relay', () => relay.stop())
  const outbox = new Outbox(name, relay)

  const subscriptions = build({ ...parts, database, outbox })
  const inbox = new Inbox(name, subscriptions, { database, outbox, logger })
  deliverTo(inbox, router, name, lifecycle)
  addDeadLetterRoutes(name, { router, database, inbox })

  const isReady = () =>
    database.run(ping).then(
      () => true,
      () => false,
    )
  relay.start()
  const app = createApp(router, { config, ...parts, isReady, isPublic: () => false })
  await listen(app, config, lifecycle)
  every(HOUR, 'forgetting old messages', () => inbox.forgetOld(), { lifecycle, logger })
  logger.info({ port: config.PORT }, 'ready')
}
