import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp, listen } from '@aos/chassis/app'
import { DatabaseConfig } from '@aos/chassis/config'
import { Database } from '@aos/chassis/database'
import { Inbox } from '@aos/chassis/inbox'
import { Lifecycle } from '@aos/chassis/lifecycle'
import { createLogger } from '@aos/chassis/logger'
import { Outbox, type OutboxRow } from '@aos/chassis/outbox'
import { pathTo } from '@aos/contracts/addresses'
import { type DataOf, type MessageType, messages } from '@aos/contracts/messages'
import { testDatabase } from '@aos/tests/harness/database'
import { freePort } from '@aos/tests/harness/free-port'
import { sampleData, sampleEvent } from '@aos/tests/harness/samples'
import { until } from '@aos/tests/harness/until'
import Router from '@koa/router'
import Stripe from 'stripe'
import type { PaymentCommand } from './payment.ts'
import { payments } from './payments.ts'

const SECRET_KEY = 'sk_test_harness'
export const WEBHOOK_SECRET = 'whsec_harness'
const simulators = join(import.meta.dirname, '..', '..', 'simulators', 'src', 'main.ts')

/** The laptop's payment broker, as a process of its own. */
async function startSimulator(
  webhookUrl: string | undefined,
  dataDir: string,
  port: number,
): Promise<ChildProcess> {
  const child = spawn(process.execPath, [simulators, 'payment-broker'], {
    stdio: 'ignore',
    env: {
      PORT: String(port),
      DATA_DIR: dataDir,
      SECRET_KEY,
      PUBLISHABLE_KEY: 'pk_test_harness',
      ...(webhookUrl && { WEBHOOK_URL: webhookUrl }),
      WEBHOOK_SECRET,
      PROCESSING_MS: '400',
    },
  })
  const health = `http://127.0.0.1:${port}/healthz`
  await until('the simulated broker answers', () =>
    fetch(health).then(
      ({ ok }) => ok,
      () => false,
    ),
  )
  return child
}

async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill()
  await once(child, 'exit')
}

export type PaymentsUnderTest = Awaited<ReturnType<typeof startPayments>>

/** Payments with a database and a broker of its own; Kafka is played by the test. A mute broker has to be asked. */
export async function startPayments({ isMute = false } = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'aos-broker-'))
  const [port, brokerPort] = [await freePort(), await freePort()]
  const webhookUrl = `http://127.0.0.1:${port}${pathTo('paymentBrokerWebhook')}`
  const brokerUrl = `http://127.0.0.1:${brokerPort}`
  const simulator = await startSimulator(isMute ? undefined : webhookUrl, dataDir, brokerPort)
  const { url, stop: dropDatabase } = await testDatabase('payments')

  const config = DatabaseConfig.parse({
    PORT: port,
    DAPR_HTTP_PORT: 1,
    APP_API_TOKEN: 'a-token-for-the-harness',
    ACTOR_TOKEN_SECRET: 'a secret that only this test knows, long enough',
    DATABASE_URL: url,
    DATABASE_CONNECTIONS: 4,
  })
  const brokerConfig = {
    PAYMENT_BROKER_URL: brokerUrl,
    PAYMENT_BROKER_SECRET_KEY: SECRET_KEY,
    PAYMENT_BROKER_WEBHOOK_SECRET: WEBHOOK_SECRET,
    PAYMENT_BROKER_TIMEOUT_MS: 700,
    PAYMENT_BROKER_CONCURRENCY: 8,
  }
  const logger = createLogger('payments', 'fatal')
  const lifecycle = new Lifecycle(logger)
  const database = new Database(config)
  lifecycle.onStop('the database', () => database.close())
  const published: OutboxRow[] = []
  const outbox = new Outbox('payments', { push: (rows) => published.push(...rows) })
  const router = new Router()
  const offer = { PAYMENT_METHODS: ['card' as const], CURRENCY: 'EUR' }
  const subscriptions = payments(
    { ...brokerConfig, ...offer },
    { database, outbox, router, lifecycle, logger },
  )
  const inbox = new Inbox('payments', subscriptions as ConstructorParameters<typeof Inbox>[1], {
    database,
    outbox,
    logger,
  })
  const isReady = async () => true
  const app = createApp(router, { config, logger, lifecycle, isReady, isPublic: () => true })
  await listen(app, config, lifecycle)

  const stripe = new Stripe(SECRET_KEY, { host: '127.0.0.1', port: brokerPort, protocol: 'http' })
  const said = (orderId: string): MessageType[] =>
    published.filter(({ key }) => key === orderId).map(({ event }) => JSON.parse(event).type)

  return {
    database,
    brokerConfig,
    webhookUrl,
    published,
    said,
    command: (
      type: PaymentCommand['type'],
      orderId: string,
      paymentMethod = 'pm_card_visa',
      given: Partial<DataOf<'ProcessPayment'>> = {},
    ) => {
      const wanted = { paymentMethod, ...given }
      const data = { ...sampleData(type, orderId), ...(type === 'ProcessPayment' && wanted) }
      const event = sampleEvent(type, { subject: orderId, data })
      return inbox.receive(messages[type].topic, [event])
    },
    untilSaid: (orderId: string, ...types: MessageType[]) =>
      until(`payments said ${types} about ${orderId}`, () => said(orderId).join() === types.join(), {
        withinMs: 15_000,
      }),
    /** What the broker's own ledger has about the order. */
    ledger: async (orderId: string) => {
      const { data } = await stripe.paymentIntents.search({ query: `metadata['order_id']:'${orderId}'` })
      const refunds = await Promise.all(data.map(({ id }) => stripe.refunds.list({ payment_intent: id })))
      return {
        charges: data.filter(({ status }) => status === 'succeeded').length,
        intents: data.map(({ status }) => status),
        refunded: refunds.flatMap((list) => list.data).reduce((sum, { amount }) => sum + amount, 0),
      }
    },
    stop: async () => {
      await lifecycle.stop()
      await stopProcess(simulator)
      await dropDatabase()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
