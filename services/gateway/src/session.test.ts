import { afterAll, beforeAll, expect, it } from 'vitest'
import { type GatewayUnderTest, startGateway } from './gateway-harness.ts'

let gateway: GatewayUnderTest
beforeAll(async () => {
  gateway = await startGateway()
})
afterAll(() => gateway.stop())

const actorOf = async (gateway: GatewayUnderTest) =>
  (await gateway.actorOf(gateway.calls.at(-1) ?? { headers: {} }))?.subject
const putIntoCart = (url: string, headers: Record<string, string> = {}) =>
  fetch(`${url}/api/v1/cart/lines/MUG-001`, { method: 'PUT', headers, body: '{"quantity":1}' })
const visit = (headers: Record<string, string> = {}) => putIntoCart(gateway.url, headers)

it('looking around makes no session: answers that overtake each other cannot change who is calling', async () => {
  const response = await fetch(`${gateway.url}/api/v1/cart`)
  expect(response.headers.getSetCookie()).toEqual([])
  expect(await actorOf(gateway)).toMatch(/^guest:[\da-f-]{36}$/)
})

it('a new caller gets a cookie that scripts cannot read and other sites cannot use', async () => {
  const [cookie = ''] = (await visit()).headers.getSetCookie()
  expect(cookie).toMatch(
    /^aos-session=[\da-f-]{36}; path=\/; expires=[^;]+; samesite=lax; secure; httponly$/i,
  )
  const days = (Date.parse(/expires=([^;]+)/.exec(cookie)?.[1] ?? '') - Date.now()) / 86_400_000
  expect(days).toBeCloseTo(30, 1)
})

it('a caller is the same guest with the cookie, and another without', async () => {
  const [cookie = ''] = (await visit()).headers.getSetCookie()
  const first = await actorOf(gateway)
  const again = await visit({ cookie: cookie.split(';')[0] ?? '' })
  expect(await actorOf(gateway)).toBe(first)
  expect(again.headers.getSetCookie()).toEqual([])
  await visit()
  expect(await actorOf(gateway)).not.toBe(first)
})

it('a cookie that is not ours is replaced', async () => {
  const response = await visit({ cookie: 'aos-session=admin%0d%0ax-actor: root' })
  expect(response.headers.getSetCookie()).toHaveLength(1)
  expect(await actorOf(gateway)).toMatch(/^guest:[\da-f-]{36}$/)
})

it('over plain HTTP, as on one machine, the cookie is not marked secure', async () => {
  const local = await startGateway({ SECURE_COOKIES: false })
  const [cookie = ''] = (await putIntoCart(local.url)).headers.getSetCookie()
  expect(cookie).toMatch(/^aos-session=/)
  expect(cookie).not.toMatch(/secure/i)
  await local.stop()
})

it('webhooks have no session', async () => {
  const response = await fetch(`${gateway.url}/webhooks/carrier`, { method: 'POST', body: '{}' })
  expect(response.headers.getSetCookie()).toEqual([])
  expect(await actorOf(gateway)).toBeUndefined()
})
