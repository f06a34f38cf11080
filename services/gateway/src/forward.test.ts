import { randomUUID } from 'node:crypto'
import { BaseConfig } from '@aos/chassis/config'
import { startTelemetry } from '@aos/chassis/telemetry'
import type { OperationName } from '@aos/contracts/addresses'
import { type Operation, operations, pathTo } from '@aos/contracts/api'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type GatewayUnderTest, json, startGateway } from './gateway-harness.ts'

let gateway: GatewayUnderTest
let stopTelemetry: () => Promise<void>
beforeAll(async () => {
  gateway = await startGateway()
  const config = {
    PORT: 1,
    DAPR_HTTP_PORT: 1,
    APP_API_TOKEN: 'a-token-for-the-harness',
    ACTOR_TOKEN_SECRET: 'x'.repeat(32),
  }
  stopTelemetry = startTelemetry('gateway', BaseConfig.parse(config))
})
afterAll(async () => {
  await gateway.stop()
  await stopTelemetry()
})
beforeEach(() => gateway.answering((_, response) => json(response, 200, {})))

const call = (path: string, init?: RequestInit) => fetch(`${gateway.url}${path}`, init)
const problemOf = async (response: Response) => {
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  return (await response.json()) as { status: number; code: string; detail: string; requestId: string }
}

const PARAMS: Record<string, string> = { sku: 'KET-001', id: randomUUID(), version: 'v'.repeat(22) }
const others = Object.entries<Operation>(operations).filter(([, { service }]) => service !== 'gateway')

describe('a long answer', () => {
  const products = Array.from({ length: 200 }, (_, n) => ({ sku: `KET-${n}`, name: 'Kettle' }))
  const compressed = (init?: RequestInit) =>
    call('/api/v1/products', { headers: { 'accept-encoding': 'gzip' }, ...init })

  it('comes compressed to whoever accepts that, and is the same', async () => {
    gateway.answering((_, response) => json(response, 200, products))
    const answer = await compressed()
    expect(answer.headers.get('content-encoding')).toBe('gzip')
    expect(answer.headers.get('vary')).toMatch(/accept-encoding/i)
    expect(await answer.json()).toEqual(products)
  })

  it('comes as it is to whoever does not', async () => {
    gateway.answering((_, response) => json(response, 200, products))
    const answer = await compressed({ headers: { 'accept-encoding': 'identity' } })
    expect(answer.headers.has('content-encoding')).toBe(false)
    expect(await answer.json()).toEqual(products)
  })
})

describe('a request', () => {
  it.each(others)('%s goes to the service that owns it', async (name, { method, service }) => {
    const path = pathTo(name as OperationName, PARAMS)
    await call(path, { method, ...(method !== 'get' && { body: '{}' }) })
    expect(gateway.calls).toHaveLength(1)
    expect(gateway.calls[0]).toMatchObject({
      method: method.toUpperCase(),
      url: `/v1.0/invoke/${service}/method${path}`,
    })
  })

  it('keeps its path and query as they came', async () => {
    await call('/api/v1/products/KET-0%301?page=2&q=%C3%A9+%26&q=2')
    expect(gateway.calls[0]?.url).toBe(
      '/v1.0/invoke/stock/method/api/v1/products/KET-0%301?page=2&q=%C3%A9+%26&q=2',
    )
  })

  it.each(['%7F', '%0B', 'A%2FB', '%F1%96%BD%9F'])(
    'is refused when its path cannot be one: %s',
    async (sku) => {
      const response = await call(`/api/v1/products/${sku}`)
      expect(await problemOf(response)).toMatchObject({ status: 400, code: 'invalid-params' })
      expect(gateway.calls).toEqual([])
    },
  )

  it('keeps its body byte by byte, since webhooks are signed that way', async () => {
    const body = Buffer.from([
      ...Buffer.from('{ "a" :\r\n 1.0,"é":"'),
      0xff,
      0x00,
      0xfe,
      ...Buffer.from('" }'),
    ])
    const headers = { 'content-type': 'application/json; charset=utf-8', 'stripe-signature': 't=1,v1=abc' }
    await call('/webhooks/payment-broker', { method: 'POST', headers, body })
    expect(gateway.calls[0]?.body).toEqual(body)
    expect(gateway.calls[0]?.headers).toMatchObject(headers)
  })

  it('keeps the headers that services understand, and no others', async () => {
    const headers = {
      'accept-language': 'de-AT, en;q=0.5',
      'idempotency-key': 'a-key-of-mine',
      'if-none-match': '"1"',
      'carrier-signature': 'abc',
      'dapr-api-token': 'guessed',
      'x-actor-token': 'made up',
      cookie: 'aos-session=4f1c0d5e-0000-4000-8000-000000000000; aos-account.session_token=secret',
      authorization: 'Basic abc',
    }
    await call('/api/v1/orders', { method: 'POST', headers, body: '{}' })
    const received = gateway.calls.at(-1)?.headers
    expect(received).toMatchObject({
      'accept-language': 'de-AT, en;q=0.5',
      'idempotency-key': 'a-key-of-mine',
      'if-none-match': '"1"',
      'carrier-signature': 'abc',
    })
    expect(received).not.toHaveProperty('dapr-api-token')
    expect(received).not.toHaveProperty('authorization')
    expect(received).not.toHaveProperty('cookie')
    expect(await gateway.actorOf({ headers: received ?? {} })).toMatchObject({
      subject: expect.stringMatching(/^guest:/),
    })
  })

  it('carries its id on', async () => {
    const response = await call('/api/v1/cart', { headers: { 'x-request-id': 'request-7' } })
    expect(response.headers.get('x-request-id')).toBe('request-7')
    expect(gateway.calls[0]?.headers['x-request-id']).toBe('request-7')
  })

  it('carries its trace on, with the span of the gateway as the parent', async () => {
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736'
    await call('/api/v1/cart', { headers: { traceparent: `00-${traceId}-00f067aa0ba902b7-01` } })
    expect(gateway.calls[0]?.headers.traceparent).toMatch(new RegExp(`^00-${traceId}-[\\da-f]{16}-01$`))
    expect(gateway.calls[0]?.headers.traceparent).not.toContain('00f067aa0ba902b7')
  })

  it('that is too large is refused before any service hears of it', async () => {
    const response = await call('/api/v1/orders', { method: 'POST', body: Buffer.alloc(300 * 1024) })
    expect(response.status).toBe(413)
    expect(await problemOf(response)).toMatchObject({ status: 413 })
    expect(gateway.calls).toEqual([])
  })

  it.each(['/api/v1/nothing', '/webhooks/nobody', '/api'])(
    'to %s, which nobody owns, is not found',
    async (path) => {
      const response = await call(path, { headers: { accept: 'text/html' } })
      expect(response.status).toBe(404)
      expect(await problemOf(response)).toMatchObject({
        code: 'no-such-address',
        requestId: expect.any(String),
      })
      expect(gateway.calls).toEqual([])
    },
  )
})

describe('an answer', () => {
  it('comes back as the service gave it', async () => {
    const body = Buffer.from([0xff, 0x00, 0x01])
    gateway.answering((_, response) =>
      response
        .writeHead(202, {
          'content-type': 'image/svg+xml',
          'cache-control': 'public, max-age=60',
          etag: '"7"',
          location: '/api/v1/orders/1',
          'x-internal': 'not for everyone',
          'set-cookie': 'a=b',
        })
        .end(body),
    )
    const response = await call('/api/v1/products/KET-001/picture')
    expect(response.status).toBe(202)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/svg+xml',
      'cache-control': 'public, max-age=60',
      etag: '"7"',
      location: '/api/v1/orders/1',
    })
    expect(response.headers.has('x-internal')).toBe(false)
    expect(response.headers.getSetCookie().join()).not.toContain('a=b')
    expect(Buffer.from(await response.arrayBuffer())).toEqual(body)
  })

  it('may be empty', async () => {
    gateway.answering((_, response) => response.writeHead(204).end())
    const response = await call('/webhooks/carrier', { method: 'POST', body: '{}' })
    expect(response.status).toBe(204)
    expect(await response.text()).toBe('')
  })

  it('spares the caller what it has already', async () => {
    gateway.answering((_, response) => response.writeHead(304, { etag: '"7"' }).end())
    const response = await call('/api/v1/products/KET-001', { headers: { 'if-none-match': '"7"' } })
    expect(response.status).toBe(304)
    expect(response.headers.get('etag')).toBe('"7"')
  })

  it.each([400, 409, 422, 500, 503])("with problem details and status %i is the caller's", async (status) => {
    const problem = {
      type: 'about:blank',
      title: 'No',
      status,
      detail: 'Because.',
      code: 'no',
      requestId: 'r',
    }
    gateway.answering((_, response) => json(response, status, problem, 'application/problem+json'))
    const response = await call('/api/v1/orders', { method: 'POST', body: '{}' })
    expect(response.status).toBe(status)
    expect(await problemOf(response)).toEqual(problem)
  })
})

describe('a service that does not answer is unavailable', () => {
  const unavailable = {
    status: 503,
    code: 'service-unavailable',
    detail: 'orders cannot be reached; try again',
  }

  it('when the sidecar cannot reach it', async () => {
    const fault = {
      errorCode: 'ERR_DIRECT_INVOKE',
      message: 'failed to invoke, id: orders, err: 10.0.0.7:50002',
    }
    gateway.answering((_, response) => json(response, 500, fault))
    const response = await call('/api/v1/cart')
    expect(response.status).toBe(503)
    expect(await problemOf(response)).toMatchObject(unavailable)
  })

  it('when its answer breaks off', async () => {
    gateway.answering((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' }).write('{')
      setTimeout(() => response.destroy(), 20)
    })
    const response = await call('/api/v1/cart')
    expect(response.status).toBe(503)
    expect(await problemOf(response)).toMatchObject(unavailable)
  })

  it('when there is no sidecar', async () => {
    const alone = await startGateway()
    await alone.stopSidecar()
    const response = await fetch(`${alone.url}/api/v1/cart`)
    expect(response.status).toBe(503)
    expect(await problemOf(response)).toMatchObject(unavailable)
    await alone.stop()
  })
})
