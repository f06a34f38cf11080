import { join } from 'node:path'
import { type CarrierConfig, webhooksOf } from '../config.ts'
import { Faults } from '../runtime/faults.ts'
import { type Running, serve } from '../runtime/server.ts'
import { carrierApi } from './api.ts'
import { Depot } from './depot.ts'
import { depotPages } from './pages.ts'

export function startCarrier(config: CarrierConfig): Promise<Running> {
  return serve(
    { host: config.HOST, port: config.PORT },
    () =>
      Depot.open({
        journalFile: join(config.DATA_DIR, 'parcels.jsonl'),
        speed: config.SPEED,
        pace: { dispatchAfterMs: config.DISPATCH_AFTER_MS, deliverAfterMs: config.DELIVER_AFTER_MS },
        webhooks: webhooksOf(config, 'carrier-signature'),
      }),
    (app, depot) => {
      app.use(carrierApi(depot, new Faults(config.HANG_MS), config.API_TOKEN).routes())
      app.use(depotPages(depot).routes())
    },
  )
}
