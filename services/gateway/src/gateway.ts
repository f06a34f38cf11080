import type { runGateway } from '@aos/chassis/service'
import compress from 'koa-compress'
import type { Config } from './config.ts'
import { routes } from './routes.ts'
import { securityHeaders, webApp } from './web.ts'

type Build = Parameters<typeof runGateway>[1]

/** What the gateway is made of: its routes, and what goes around them. */
export const gateway =
  (config: Config, version: string): Build =>
  ({ router, sidecar, lifecycle }) => {
    routes(router, { config, sidecar, lifecycle, version })
    return [securityHeaders(config), compress(), ...(config.WEB_ROOT ? webApp(config.WEB_ROOT) : [])]
  }
