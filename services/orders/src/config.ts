import { DatabaseConfig, readConfig } from '@aos/chassis/config'
import { PricingText, usualPricing } from '@aos/contracts/pricing'
import { z } from 'zod'
import type { Deadlines } from './order.ts'

const seconds = z.coerce.number().int().min(1)

const Config = DatabaseConfig.extend({
  /** How long the items of an order may take to be reserved before it is called off. */
  RESERVATION_DEADLINE_S: seconds.default(120),
  /** How long a payment may take before it is called off; some payment methods need minutes. */
  PAYMENT_DEADLINE_S: seconds.default(900),
  /** The same for debits, which banks have days to pay or to return. */
  SLOW_PAYMENT_DEADLINE_S: seconds.default(14 * 24 * 60 * 60),
  /** How soon the owner of an unanswered cancellation is asked again. */
  CANCELLATION_DEADLINE_S: seconds.default(30),
  /** How many unpaid orders one shopper may have: each holds stock. */
  MOST_OPEN_ORDERS: z.coerce.number().int().min(1).default(10),
  /** Tax and deliveries: what shoppers are shown is checked by it. */
  PRICING: PricingText.default(usualPricing),
  /** How long an untouched cart is kept. */
  CART_TTL_S: seconds.default(30 * 24 * 60 * 60),
})

export const config = readConfig(Config, process.env)

export const deadlines: Deadlines = {
  placed: config.RESERVATION_DEADLINE_S * 1000,
  'awaiting-payment': config.PAYMENT_DEADLINE_S * 1000,
  'awaiting-slow-payment': config.SLOW_PAYMENT_DEADLINE_S * 1000,
  cancelling: config.CANCELLATION_DEADLINE_S * 1000,
}
