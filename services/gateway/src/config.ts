import { BaseConfig, readConfig } from '@aos/chassis/config'
import { Currency } from '@aos/contracts/money'
import { z } from 'zod'

const Config = BaseConfig.extend({
  CURRENCY: Currency.default('EUR'),
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
})
export type Config = z.infer<typeof Config>

export const config = readConfig(Config, process.env)
