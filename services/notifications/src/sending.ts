import type { Resources } from '@aos/chassis/service'
import { Worker } from '@aos/chassis/worker'
import { closeEmail } from './close-emails.ts'
import type { NotificationsConfig } from './config.ts'
import { claimDueEmails, type QueuedEmail } from './emails-table.ts'
import type { Mailer } from './mailer.ts'
import { type LeasedEmail, sendEmail } from './send-email.ts'

type Config = Pick<NotificationsConfig, 'SMTP_CONCURRENCY' | 'SMTP_TIMEOUT_MS' | 'MAIL_DOMAIN' | 'SHOP_URL'>

interface Sending {
  /** How long a process has to send an e-mail that it took on. */
  leaseMs: number
  handOver: (emails: QueuedEmail[]) => void
}

/** Starts what sends the queued e-mails, and stops it with the service. */
export function startSending(
  { database, outbox, logger, lifecycle }: Pick<Resources, 'database' | 'outbox' | 'logger' | 'lifecycle'>,
  mailer: Mailer,
  config: Config,
): Sending {
  const leaseMs = 3 * config.SMTP_TIMEOUT_MS
  const lease = (email: QueuedEmail): LeasedEmail => ({ ...email, startBeforeMs: Date.now() + leaseMs / 2 })
  const worker = new Worker({
    name: 'sending e-mails',
    concurrency: config.SMTP_CONCURRENCY,
    claimDue: async () => (await claimDueEmails(database, leaseMs)).map(lease),
    idOf: ({ id }) => id,
    perform: sendEmail({
      mailer,
      close: closeEmail({ database, outbox, logger }),
      database,
      logger,
      mailDomain: config.MAIL_DOMAIN,
      shopUrl: config.SHOP_URL,
    }),
    logger,
  })
  worker.start()
  lifecycle.onStop('sending e-mails', () => worker.stop())
  return { leaseMs, handOver: (emails) => worker.push(emails.map(lease)) }
}
