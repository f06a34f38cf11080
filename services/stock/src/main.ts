import { runService } from '@aos/chassis/service'
import { addBackOfficeRoutes } from './back-office-routes.ts'
import { serviceConfig } from './config.ts'
import { addRoutes } from './routes.ts'
import { subscriptions } from './subscriptions.ts'

await runService('stock', serviceConfig(), (resources) => {
  addRoutes(resources)
  addBackOfficeRoutes(resources)
  return subscriptions(resources.logger)
})
