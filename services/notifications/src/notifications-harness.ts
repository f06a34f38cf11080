import { Database } from '@aos/chassis/database'
import { Inbox } from '@aos/chassis/inbox'
import { Lifecycle } from '@aos/chassis/lifecycle'
import { createLogger } from '@aos/chassis/logger'
import { Outbox, type OutboxRow } from '@aos/chassis/outbox'
import type { MessageTopic } from '@aos/contracts/topics'
import { NotificationsConfig } from './config.ts'
import { queueEmails } from './queue-emails.ts'
import { startSending } from './sending.ts'
import { SmtpMailer } from './smtp-mailer.ts'
import { subscriptions } from './subscriptions.ts'

interface Said {
  type: string
  sequence: number
  data: { orderId: string; about: string; messageId: string }
}

export type RunningNotifications = Awaited<ReturnType<typeof startNotifications>>

/** The whole service for tests: a real database and real SMTP, but what it says is kept instead of published. */
export async function startNotifications({ databaseUrl, smtpUrl }: { databaseUrl: string; smtpUrl: string }) {
  const config = NotificationsConfig.parse({
    PORT: 1,
    DAPR_HTTP_PORT: 1,
    APP_API_TOKEN: 'a token of a test',
    ACTOR_TOKEN_SECRET: 'a secret that only this test knows, long enough',
    LOG_LEVEL: 'error',
    DATABASE_URL: databaseUrl,
    SMTP_URL: smtpUrl,
    SMTP_TIMEOUT_MS: 1000,
    MAIL_FROM: 'Awesome Online Store <orders@store.example>',
    MAIL_DOMAIN: 'store.example',
    SHOP_URL: 'https://store.example',
  })
  const logger = createLogger('notifications', config.LOG_LEVEL)
  const lifecycle = new Lifecycle(logger)
  const database = new Database(config)
  lifecycle.onStop('the connections', () => database.close())

  const said: Said[] = []
  const relay = {
    push: (rows: OutboxRow[]) => said.push(...rows.map(({ event }) => JSON.parse(event) as Said)),
  }
  const outbox = new Outbox('notifications', relay)
  const mailer = new SmtpMailer(config)
  lifecycle.onStop('the connections to the mail server', () => mailer.close())
  const { leaseMs, handOver } = startSending({ database, outbox, logger, lifecycle }, mailer, config)
  const handlers = subscriptions(queueEmails(leaseMs, handOver))
  const inbox = new Inbox('notifications', handlers as ConstructorParameters<typeof Inbox>[1], {
    database,
    outbox,
    logger,
  })

  return {
    database,
    saidAbout: (orderId: string) => said.filter(({ data }) => data.orderId === orderId),
    receive: (topic: MessageTopic, ...events: unknown[]) => inbox.receive(topic, events),
    stop: () => lifecycle.stop(),
  }
}
