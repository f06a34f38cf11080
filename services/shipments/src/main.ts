import { runService } from '@aos/chassis/service'
import { advanceParcels } from './advance-parcels.ts'
import { shipmentsConfig } from './config.ts'
import { HttpCarrier } from './http-carrier.ts'
import { recordNews } from './record-news.ts'
import { routes } from './routes.ts'
import { subscriptions } from './subscriptions.ts'
import { carrierWorkers, dueInMs } from './workers.ts'

const config = shipmentsConfig()

await runService('shipments', config, (resources) => {
  const { lifecycle, logger, router } = resources
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
  return subscriptions(advance)
})
