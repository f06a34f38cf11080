import { runGateway } from '@aos/chassis/service'
import manifest from '../package.json' with { type: 'json' }
import { config } from './config.ts'
import { routes } from './routes.ts'
import { securityHeaders, webApp } from './web.ts'

await runGateway(config, ({ router, sidecar, lifecycle }) => {
  routes(router, { config, sidecar, lifecycle, version: manifest.version })
  return [securityHeaders(config), ...(config.WEB_ROOT ? webApp(config.WEB_ROOT) : [])]
})
