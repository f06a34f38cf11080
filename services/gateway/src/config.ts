import { BaseConfig, readConfig } from '@aos/chassis/config'
import { Currency, usualCurrency } from '@aos/contracts/money'
import { PricingText, usualPricing } from '@aos/contracts/pricing'
import { z } from 'zod'

const perMinute = z.coerce.number().int().min(0)

const Config = BaseConfig.extend({
  CURRENCY: Currency.default(usualCurrency),
  /** Tax and deliveries, as shoppers are shown them. */
  PRICING: PricingText.default(usualPricing),
  /** The payment broker's browser script and its API: the only foreign origins that pages may use. */
  PAYMENT_BROKER_SCRIPT_URL: z.url().default('https://js.stripe.com/v3/'),
  PAYMENT_BROKER_URL: z.url().default('https://api.stripe.com'),
  PAYMENT_BROKER_PUBLISHABLE_KEY: z.string().min(1),
  /** Where operators read a trace, with `{traceId}` in it. */
  TRACE_URL: z.string().optional(),
  /** The built web app, where no other server hands it out. */
  WEB_ROOT: z.string().optional(),
  /** Off only where shoppers come over plain HTTP, as on one machine. */
  SECURE_COOKIES: z.stringbool().default(true),
  /** How many proxies of ours stand in front and append to X-Forwarded-For, such as an ingress. */
  PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** Requests a minute that one actor may make, and one network address; 0: as many as they like. */
  RATE_LIMIT_ACTOR: perMinute.default(600),
  RATE_LIMIT_ADDRESS: perMinute.default(3_000),
  /** Orders a minute from one network address. */
  RATE_LIMIT_ORDERS: perMinute.default(60),
})
export type Config = z.infer<typeof Config>

export const config = readConfig(Config, process.env)
