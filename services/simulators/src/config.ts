import { platformPorts } from '@aos/contracts/services'
import { z } from 'zod'
import { eventTypes } from './payment-broker/events.ts'
import type { WebhookSettings } from './runtime/webhook-sender.ts'

const SECOND = 1000
const ms = (byDefault: number) => z.coerce.number().int().nonnegative().default(byDefault)
const port = (byDefault: number) => z.coerce.number().int().min(0).max(65_535).default(byDefault)

const everywhere = {
  HOST: z.string().default('127.0.0.1'),
  /** The folder that outlives a restart; one per simulator. */
  DATA_DIR: z.string().min(1),
}

/** Without WEBHOOK_URL nobody is told. */
const webhooks = {
  WEBHOOK_URL: z.url().optional(),
  WEBHOOK_SECRET: z.string().min(1).optional(),
  WEBHOOK_RETRY_MS: ms(SECOND / 2),
}

const hasSecretIfNeeded = (config: {
  WEBHOOK_URL?: string | undefined
  WEBHOOK_SECRET?: string | undefined
}) => !config.WEBHOOK_URL || config.WEBHOOK_SECRET !== undefined
const secretIsNeeded = { path: ['WEBHOOK_SECRET'], message: 'is needed to sign what is sent to WEBHOOK_URL' }

const paymentBroker = z
  .object({
    ...everywhere,
    ...webhooks,
    PORT: port(platformPorts.paymentBroker),
    SECRET_KEY: z.string().startsWith('sk_'),
    PUBLISHABLE_KEY: z.string().startsWith('pk_'),
    WEBHOOK_EVENTS: z
      .string()
      .transform((list) => (list === '*' ? [...eventTypes] : list.split(',').map((type) => type.trim())))
      .pipe(z.array(z.enum(eventTypes)))
      .default([...eventTypes]),
    PROCESSING_MS: ms(5 * SECOND),
    HANG_MS: ms(60 * SECOND),
  })
  .refine(hasSecretIfNeeded, secretIsNeeded)
export type PaymentBrokerConfig = z.output<typeof paymentBroker>

const carrier = z
  .object({
    ...everywhere,
    ...webhooks,
    PORT: port(platformPorts.carrier),
    API_TOKEN: z.string().min(1),
    DISPATCH_AFTER_MS: ms(30 * SECOND),
    DELIVER_AFTER_MS: ms(60 * SECOND),
    SPEED: z.coerce.number().positive().default(1),
    HANG_MS: ms(60 * SECOND),
  })
  .refine(hasSecretIfNeeded, secretIsNeeded)
export type CarrierConfig = z.output<typeof carrier>

const mailbox = z.object({
  ...everywhere,
  MAILBOX_PORT: port(platformPorts.mailbox),
  SMTP_PORT: port(platformPorts.smtp),
})
export type MailboxConfig = z.output<typeof mailbox>

interface WebhookConfig {
  WEBHOOK_URL?: string | undefined
  WEBHOOK_SECRET?: string | undefined
  WEBHOOK_RETRY_MS: number
}

export const webhooksOf = (config: WebhookConfig, signatureHeader: string): WebhookSettings | undefined =>
  config.WEBHOOK_URL && config.WEBHOOK_SECRET
    ? {
        url: config.WEBHOOK_URL,
        secret: config.WEBHOOK_SECRET,
        signatureHeader,
        firstRetryMs: config.WEBHOOK_RETRY_MS,
      }
    : undefined

type Environment = Record<string, string | undefined>

const reader =
  <Schema extends z.ZodType>(name: string, schema: Schema) =>
  (environment: Environment = process.env): z.output<Schema> => {
    const read = schema.safeParse(environment)
    if (read.success) return read.data
    throw new Error(`The environment of ${name} is not right:\n${z.prettifyError(read.error)}`)
  }

export const readPaymentBrokerConfig = reader('payment-broker', paymentBroker)
export const readCarrierConfig = reader('carrier', carrier)
export const readMailboxConfig = reader('mailbox', mailbox)
