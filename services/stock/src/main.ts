import { runService } from '@aos/chassis/service'
import { serviceConfig } from './config.ts'
import { addRoutes } from './routes.ts'
import { subscriptions } from './subscriptions.ts'

await runService('stock', serviceConfig(), (resources) => {
  addRoutes(resources)
  return subscriptions(resources.logger)
})
