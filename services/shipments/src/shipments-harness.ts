import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createApp } from '@aos/chassis/app'
import { Database } from '@aos/chassis/database'
import { Inbox } from '@aos/chassis/inbox'
import { Lifecycle } from '@aos/chassis/lifecycle'
import { createLogger } from '@aos/chassis/logger'
import { Outbox, type OutboxRow } from '@aos/chassis/outbox'
import type { MessageTopic } from '@aos/contracts/topics'
import { testDatabase } from '@aos/tests/harness/database'
import Router from '@koa/router'
import { advanceParcels } from './advance-parcels.ts'
import { ShipmentsConfig } from './config.ts'
import { HttpCarrier } from './http-carrier.ts'
import type { StoredParcel } from './parcels-table.ts'
import { recordNews } from './record-news.ts'
import { routes } from './routes.ts'
import { subscriptions } from './subscriptions.ts'
import { carrierWorkers, dueInMs } from './workers.ts'

interface Said {
  type: string
  sequence: number
  data: { orderId: string; trackingNumber?: string; reason?: string; customer?: object }
}

export type RunningShipments = Awaited<ReturnType<typeof startShipments>>

/** The whole service for tests: a real database and real HTTP, but what it says is kept instead of published. */
export async function startShipments({
  carrierUrl,
  token,
  secret,
}: Record<'carrierUrl' | 'token' | 'secret', string>) {
  const stored = await testDatabase('shipments')
  const config = ShipmentsConfig.parse({
    PORT: 1,
    DAPR_HTTP_PORT: 1,
    APP_API_TOKEN: 'a token of a test',
    ACTOR_TOKEN_SECRET: 'a secret that only this test knows, long enough',
    LOG_LEVEL: 'error',
    DATABASE_URL: stored.url,
    CARRIER_URL: carrierUrl,
    CARRIER_TOKEN: token,
    CARRIER_WEBHOOK_SECRET: secret,
    CARRIER_TIMEOUT_MS: 1000,
    CARRIER_LOOK_UP_MS: 500,
  })
  const logger = createLogger('shipments', config.LOG_LEVEL)
  const lifecycle = new Lifecycle(logger)
  lifecycle.onStop('the database', () => stored.stop())
  const database = new Database(config)
  lifecycle.onStop('the connections', () => database.close())

  const said: Said[] = []
  const relay = {
    push: (rows: OutboxRow[]) => said.push(...rows.map(({ event }) => JSON.parse(event) as Said)),
  }
  const outbox = new Outbox('shipments', relay)
  const carrier = new HttpCarrier(config)
  lifecycle.onStop('the carrier client', () => carrier.close())

  const advanceWith = (handOver: (parcels: StoredParcel[]) => void) =>
    advanceParcels({ dueInMs: dueInMs(config), handOver, logger })
  const advance = advanceWith((parcels) => asking.push(parcels))
  const record = recordNews({ database, outbox }, advance)
  const asking = carrierWorkers({ database, lifecycle, logger }, config, carrier, record)

  const running = { loseWebhooks: false }
  const router = new Router()
  routes(router, (news) => (running.loseWebhooks ? Promise.resolve(undefined) : record(news)), secret)
  const parts = { config, logger, lifecycle, isReady: async () => true, isPublic: () => true }
  const server = createApp(router, parts).listen(0, '127.0.0.1')
  await once(server, 'listening')
  lifecycle.onStop('the server', () => {
    server.closeAllConnections()
    server.close()
  })

  const inboxWith = (chosen: typeof advance) =>
    new Inbox('shipments', subscriptions(chosen) as ConstructorParameters<typeof Inbox>[1], {
      database,
      outbox,
      logger,
    })
  const inbox = inboxWith(advance)
  const inboxOfTheDying = inboxWith(advanceWith(() => {}))

  return Object.assign(running, {
    database,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    saidAbout: (orderId: string) => said.filter(({ data }) => data.orderId === orderId),
    receive: (topic: MessageTopic, ...events: unknown[]) => inbox.receive(topic, events),
    /** Commits, and then nothing more: as if the process had been killed. */
    receiveAndDie: (topic: MessageTopic, ...events: unknown[]) => inboxOfTheDying.receive(topic, events),
    stop: () => lifecycle.stop(),
  })
}
