import { ActorTokens } from '@aos/chassis/actor-tokens'
import type { Lifecycle } from '@aos/chassis/lifecycle'
import { serve } from '@aos/chassis/serve'
import type { Sidecar } from '@aos/chassis/sidecar'
import { type Operation, operations } from '@aos/contracts/api'
import { asyncapi } from '@aos/contracts/asyncapi'
import { openapi } from '@aos/contracts/openapi'
import type Router from '@koa/router'
import type { Config } from './config.ts'
import { forward } from './forward.ts'
import { Identities } from './identities.ts'
import { orderEvents } from './order-events.ts'
import { rateLimit } from './rate-limit.ts'
import { sameOrigin } from './same-origin.ts'
import { session } from './session.ts'

interface Parts {
  config: Config
  sidecar: Sidecar
  lifecycle: Lifecycle
  version: string
}

/** The only door: its own operations, and every other one handed to the service that owns it. */
export function routes(router: Router, { config, sidecar, lifecycle, version }: Parts): void {
  const tokens = new ActorTokens(config)
  const identities = new Identities(sidecar)
  router.use('/api', sameOrigin, session(identities, config), rateLimit(config))

  serve(router, 'getCheckout', async () => ({
    currency: config.CURRENCY,
    pricing: config.PRICING,
    broker: {
      scriptUrl: config.PAYMENT_BROKER_SCRIPT_URL,
      publishableKey: config.PAYMENT_BROKER_PUBLISHABLE_KEY,
    },
    ...(config.TRACE_URL && { traceUrl: config.TRACE_URL }),
  }))

  orderEvents(router, { sidecar, tokens, lifecycle })

  for (const operation of Object.values<Operation>(operations))
    if (operation.service !== 'gateway') forward(router, operation, { sidecar, tokens, identities })

  const documents = { '/api/openapi.json': openapi(version), '/api/asyncapi.json': asyncapi(version) }
  for (const [path, document] of Object.entries(documents))
    router.get(path, (ctx) => {
      ctx.body = document
    })
}
