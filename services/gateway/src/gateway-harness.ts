import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { ActorTokens } from '@aos/chassis/actor-tokens'
import { createApp, listen } from '@aos/chassis/app'
import { BaseConfig } from '@aos/chassis/config'
import { Lifecycle } from '@aos/chassis/lifecycle'
import { createLogger } from '@aos/chassis/logger'
import { Sidecar } from '@aos/chassis/sidecar'
import { ACTOR_TOKEN_HEADER, type Actor } from '@aos/contracts/actor'
import { usualPricing } from '@aos/contracts/pricing'
import { freePort } from '@aos/tests/harness/free-port'
import Router from '@koa/router'
import type { Config } from './config.ts'
import { gateway } from './gateway.ts'

/** What came to the sidecar. */
interface Call {
  method: string
  url: string
  headers: IncomingHttpHeaders
  body: Buffer
}

export type Answer = (call: Call, response: ServerResponse) => unknown

export const json = (response: ServerResponse, status: number, body: unknown, type = 'application/json') =>
  response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body))

/** A server that plays daprd: it notes what comes and answers as the test says. */
async function fakeSidecar() {
  const calls: Call[] = []
  const state = { answer: ((_, response) => json(response, 200, {})) as Answer }
  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request
    const call = { method, url, headers, body: await buffer(request) }
    calls.push(call)
    await state.answer(call, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const stop = async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
  return { calls, state, port: (server.address() as AddressInfo).port, stop }
}

export type GatewayUnderTest = Awaited<ReturnType<typeof startGateway>>

/** The gateway as `main.ts` builds it, beside a sidecar that the test plays. */
export async function startGateway(given: Partial<Config> = {}) {
  const daprd = await fakeSidecar()
  const config: Config = {
    ...BaseConfig.parse({
      PORT: await freePort(),
      DAPR_HTTP_PORT: daprd.port,
      APP_API_TOKEN: 'a-token-for-the-harness',
      ACTOR_TOKEN_SECRET: 'a-secret-of-which-only-the-harness-knows',
    }),
    CURRENCY: 'EUR',
    PRICING: usualPricing,
    PAYMENT_BROKER_SCRIPT_URL: 'https://js.broker.example.com/v3/',
    PAYMENT_BROKER_URL: 'https://api.broker.example.com',
    PAYMENT_BROKER_PUBLISHABLE_KEY: 'pk_test_harness',
    SECURE_COOKIES: true,
    PROXIES: 0,
    RATE_LIMIT_ACTOR: 0,
    RATE_LIMIT_ADDRESS: 0,
    RATE_LIMIT_ORDERS: 0,
    ...given,
  }
  const logger = createLogger('gateway', 'silent')
  const lifecycle = new Lifecycle(logger)
  const sidecar = new Sidecar(config)
  lifecycle.onStop('the sidecar client', () => sidecar.close())
  const router = new Router()
  const around = gateway(config, '1.2.3')({ router, sidecar, lifecycle, logger })
  const isReady = async () => true
  const app = createApp(router, {
    config,
    logger,
    lifecycle,
    around,
    isReady,
    isPublic: () => true,
    isGateway: true,
  })
  await listen(app, config, lifecycle)

  return {
    url: `http://127.0.0.1:${config.PORT}`,
    calls: daprd.calls,
    /** Who the gateway says was calling, as a service reads it. */
    actorOf: async ({ headers }: Pick<Call, 'headers'>): Promise<Actor | undefined> => {
      const token = headers[ACTOR_TOKEN_HEADER]
      return token === undefined ? undefined : new ActorTokens(config).verify(String(token))
    },
    /** From now on the sidecar answers like this. */
    answering: (answer: Answer) => {
      daprd.state.answer = answer
      daprd.calls.length = 0
    },
    stopSidecar: daprd.stop,
    stopGateway: () => lifecycle.stop(),
    stop: async () => {
      await lifecycle.stop()
      await daprd.stop().catch(() => {})
    },
  }
}
