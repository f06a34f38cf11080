import { every } from '@aos/chassis/every'
import { runService } from '@aos/chassis/service'
import { notificationsConfig } from './config.ts'
import { forgetRecipients } from './emails-table.ts'
import { queueEmails } from './queue-emails.ts'
import { startSending } from './sending.ts'
import { SmtpMailer } from './smtp-mailer.ts'
import { subscriptions } from './subscriptions.ts'

const MINUTE = 60 * 1000
const config = notificationsConfig()

await runService('notifications', config, (resources) => {
  const mailer = new SmtpMailer(config)
  resources.lifecycle.onStop('the connections to the mail server', () => mailer.close())
  const { leaseMs, handOver } = startSending(resources, mailer, config)
  every(MINUTE, 'forgetting recipients', () => forgetRecipients(resources.database, 10_000), resources)
  return subscriptions(queueEmails(leaseMs, handOver))
})
