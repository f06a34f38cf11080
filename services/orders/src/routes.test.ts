import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { createApp } from '@aos/chassis/app'
import { BaseConfig } from '@aos/chassis/config'
import { Lifecycle } from '@aos/chassis/lifecycle'
import { createLogger } from '@aos/chassis/logger'
import { pathTo } from '@aos/contracts/api'
import Router from '@koa/router'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aRequest } from './orders-harness.ts'
import type { Request } from './place-order.ts'
import { routes } from './routes.ts'

/** What came through to be placed. */
const wanted: Request[] = []
let server: ReturnType<ReturnType<typeof createApp>['listen']>
let url: string

beforeAll(async () => {
  const router = new Router()
  const placeOrder = async (request: Request) => {
    wanted.push(request)
    return randomUUID()
  }
  routes(router, { placeOrder } as unknown as Parameters<typeof routes>[1])
  const logger = createLogger('orders', 'silent')
  const app = createApp(router, {
    config: BaseConfig.parse({
      PORT: 1,
      DAPR_HTTP_PORT: 1,
      APP_API_TOKEN: 'a token of a test',
      ACTOR_TOKEN_SECRET: 'a secret that only this test knows, long enough',
    }),
    logger,
    lifecycle: new Lifecycle(logger),
    isReady: async () => true,
    isPublic: () => true,
  })
  server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const place = async (language: string | undefined) =>
  fetch(url + pathTo('placeOrder'), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ ...aRequest().body, language }),
  })

it.each([undefined, 'en', 'de'])('an order may ask for letters in %s', async (language) => {
  expect((await place(language)).status).toBe(202)
  expect(wanted.at(-1)?.body.language).toBe(language)
})

it.each(['fr', 'DE', ''])(
  'an order that asks for letters in “%s” is refused, and told why',
  async (language) => {
    const before = wanted.length
    const answer = await place(language)
    expect(answer.status).toBe(400)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(await answer.json()).toMatchObject({ code: 'invalid-body', errors: [{ path: 'language' }] })
    expect(wanted).toHaveLength(before)
  },
)
