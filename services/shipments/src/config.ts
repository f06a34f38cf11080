import { DatabaseConfig, readConfig } from '@aos/chassis/config'
import { z } from 'zod'

const MINUTE = 60_000

export const ShipmentsConfig = DatabaseConfig.extend({
  CARRIER_URL: z.url(),
  CARRIER_TOKEN: z.string().min(1),
  CARRIER_WEBHOOK_SECRET: z.string().min(16),
  /** How long the shipment company may take to answer before the outcome counts as unknown. */
  CARRIER_TIMEOUT_MS: z.coerce.number().int().min(100).default(10_000),
  /** How many requests to the shipment company run at once. */
  CARRIER_CONCURRENCY: z.coerce.number().int().min(1).default(32),
  /** Webhooks get lost: a parcel that did not move for this long is looked up, then less and less often. */
  CARRIER_LOOK_UP_MS: z.coerce.number().int().min(100).default(MINUTE),
})
export type ShipmentsConfig = z.infer<typeof ShipmentsConfig>

export const shipmentsConfig = (): ShipmentsConfig => readConfig(ShipmentsConfig, process.env)
