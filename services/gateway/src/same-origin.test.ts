import { request } from 'undici'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type GatewayUnderTest, startGateway } from './gateway-harness.ts'

let gateway: GatewayUnderTest
beforeAll(async () => {
  gateway = await startGateway()
})
afterAll(() => gateway.stop())

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

const HOST = 'shop.example:8443'
const send = async (headers: Record<string, string>, method: Method = 'POST', path = '/api/v1/orders') => {
  const answer = await request(gateway.url + path, {
    method,
    headers: { host: HOST, ...headers },
    body: method === 'GET' ? null : '{}',
  })
  const text = await answer.body.text()
  return { status: answer.statusCode, code: text && (JSON.parse(text) as { code?: string }).code }
}
const refused = { status: 403, code: 'cross-site-request' }

describe('what changes something', () => {
  it.each([
    ['a page of the shop', { origin: `https://${HOST}`, 'sec-fetch-site': 'same-origin' }],
    ['a page of the shop, in an old browser', { origin: `https://${HOST}` }],
    ['the user, by hand', { 'sec-fetch-site': 'none' }],
    ['a program, which says nothing of this', {}],
  ])('comes through from %s', async (_, headers: Record<string, string>) => {
    expect((await send(headers)).status).toBe(200)
  })

  it.each([
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['another site, in an old browser', { origin: 'https://evil.example' }],
    ['another site that hides its name', { origin: 'null' }],
    ['a sibling subdomain', { origin: 'https://blog.shop.example:8443', 'sec-fetch-site': 'same-site' }],
    ['another port of the same host', { origin: 'https://shop.example' }],
    [
      'a site that says one thing and the other',
      { origin: `https://${HOST}`, 'sec-fetch-site': 'cross-site' },
    ],
  ])('is refused from %s, before anybody hears of it', async (_, headers: Record<string, string>) => {
    gateway.calls.length = 0
    for (const method of ['POST', 'PUT', 'DELETE'] as const) {
      const path = { POST: '/api/v1/session', PUT: '/api/v1/cart/lines/MUG-001', DELETE: '/api/v1/session' }[
        method
      ]
      expect(await send(headers, method, path)).toEqual(refused)
    }
    expect(gateway.calls).toEqual([])
  })
})

it('what only reads comes through from anywhere: links work', async () => {
  const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }
  expect((await send(headers, 'GET', '/api/v1/cart')).status).toBe(200)
})

it('webhooks come from elsewhere, and are signed instead', async () => {
  const headers = { origin: 'https://broker.example' }
  expect((await send(headers, 'POST', '/webhooks/payment-broker')).status).toBe(200)
})
