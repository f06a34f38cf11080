import { DatabaseConfig, readConfig } from '@aos/chassis/config'
import { z } from 'zod'

const SECOND = 1000

export const NotificationsConfig = DatabaseConfig.extend({
  /** For instance `smtps://user:password@mail.example.com`. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }),
  /** How many e-mails travel at once, each over a connection that is kept. */
  SMTP_CONCURRENCY: z.coerce.number().int().min(1).default(8),
  /** How long the mail server may take for one e-mail, connecting included. */
  SMTP_TIMEOUT_MS: z.coerce
    .number()
    .int()
    .min(100)
    .default(10 * SECOND),
  /** As in the header: `Awesome Online Store <orders@example.com>`. */
  MAIL_FROM: z.string().min(3),
  /** The right side of each `Message-ID`. */
  MAIL_DOMAIN: z.hostname(),
  /** Where customers find the shop, for the links. */
  SHOP_URL: z.url({ protocol: /^https?$/ }),
})
export type NotificationsConfig = z.infer<typeof NotificationsConfig>

export const notificationsConfig = (): NotificationsConfig => readConfig(NotificationsConfig, process.env)
