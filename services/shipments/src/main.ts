import { every } from '@aos/chassis/every'
import { runService } from '@aos/chassis/service'
import { advanceParcels } from './advance-parcels.ts'
import { shipmentsConfig } from './config.ts'
import { HttpCarrier } from './http-carrier.ts'
import { forgetCustomers } from './parcels-table.ts'
import { recordNews } from './record-news.ts'
import { routes } from './routes.ts'
import { subscriptions } from './subscriptions.ts'
import { carrierWorkers, dueInMs } from './workers.ts'

const MINUTE = 60 * 1000
const config = shipmentsConfig()

await runService('shipments', config, (resources) => {
  const { database, lifecycle, logger, router } = resources
  const carrier = new HttpCarrier(config)
  lifecycle.onStop('the carrier client', () => carrier.close())

  const advance = advanceParcels({
    dueInMs: dueInMs(config),
    handOver: (tasks) => asking.push(tasks),
    logger,
  })
  const record = recordNews(resources, advance)
  const asking = carrierWorkers(resources, config, carrier, record)

  routes(router, record, config.CARRIER_WEBHOOK_SECRET)
  every(MINUTE, 'forgetting customers', () => forgetCustomers(database, 10_000), resources)
  return subscriptions(advance)
})
