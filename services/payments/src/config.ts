import { DatabaseConfig, readConfig } from '@aos/chassis/config'
import { Currency, usualCurrency } from '@aos/contracts/money'
import { PaymentType } from '@aos/contracts/payment-methods'
import { z } from 'zod'

const PaymentsConfig = DatabaseConfig.extend({
  /** The payment broker: Stripe, or whatever speaks its PaymentIntents API. */
  PAYMENT_BROKER_URL: z.url({ protocol: /^https?$/ }).default('https://api.stripe.com'),
  PAYMENT_BROKER_SECRET_KEY: z.string().min(1),
  PAYMENT_BROKER_WEBHOOK_SECRET: z.string().min(1),
  /** After this long without an answer the outcome counts as unknown, and is asked for. */
  PAYMENT_BROKER_TIMEOUT_MS: z.coerce.number().int().min(100).default(10_000),
  /** The ways to pay that the broker's account is set up for, in the order in which they are offered. */
  PAYMENT_METHODS: z
    .string()
    .default('card')
    .transform((list) => list.split(',').map((type) => type.trim()))
    .pipe(z.array(PaymentType).min(1)),
  CURRENCY: Currency.default(usualCurrency),
  /** How many calls to the broker may be under way at once. */
  PAYMENT_BROKER_CONCURRENCY: z.coerce.number().int().min(1).default(32),
})
export type PaymentsConfig = z.infer<typeof PaymentsConfig>
export type BrokerConfig = Pick<
  PaymentsConfig,
  | 'PAYMENT_BROKER_URL'
  | 'PAYMENT_BROKER_SECRET_KEY'
  | 'PAYMENT_BROKER_WEBHOOK_SECRET'
  | 'PAYMENT_BROKER_TIMEOUT_MS'
  | 'PAYMENT_BROKER_CONCURRENCY'
>

export type OfferConfig = Pick<PaymentsConfig, 'PAYMENT_METHODS' | 'CURRENCY'>

export const paymentsConfig = (): PaymentsConfig => readConfig(PaymentsConfig, process.env)
