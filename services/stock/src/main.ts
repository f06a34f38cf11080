import { runService } from '@aos/chassis/service'
import { addBackOfficeRoutes } from './back-office-routes.ts'
import { serviceConfig } from './config.ts'
import { addRoutes } from './routes.ts'
import { subscriptions } from './subscriptions.ts'

const config = serviceConfig()
const currency = config.CURRENCY
await runService('stock', config, (resources) => {
  addRoutes({ ...resources, currency })
  addBackOfficeRoutes({ ...resources, currency })
  return subscriptions(resources.logger, currency)
})
