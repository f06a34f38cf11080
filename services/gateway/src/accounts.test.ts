import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type GatewayUnderTest, json, startGateway } from './gateway-harness.ts'

/** Of callers with an account: its session is known to the accounts service only, which the test plays. */
const ada = { subject: `account:${randomUUID()}`, roles: ['shopper'], email: 'ada@example.com' }
const session = () => `aos-account.session_token=${randomUUID()}`

let gateway: GatewayUnderTest
beforeAll(async () => {
  gateway = await startGateway()
})
afterAll(() => gateway.stop())

const asks = () => gateway.calls.filter(({ url }) => url.endsWith('/identity'))
const last = async () => gateway.actorOf(gateway.calls.at(-1) ?? { headers: {} })
const call = (path: string, cookie: string, init: RequestInit = {}) =>
  fetch(`${gateway.url}${path}`, { redirect: 'manual', ...init, headers: { cookie, ...init.headers } })

beforeEach(() =>
  gateway.answering(({ url }, response) =>
    json(response, 200, url.endsWith('/identity') ? { actor: ada } : {}),
  ),
)

describe('a caller with a session', () => {
  it('is who the accounts service says, and services hear it by a signed token', async () => {
    const cookie = session()
    await call('/api/v1/cart', cookie)
    expect(await last()).toMatchObject({ ...ada, address: expect.any(String) })
    expect(asks().map(({ headers }) => headers.cookie)).toEqual([cookie])
  })

  it('is asked for once in a moment, however much a page asks for', async () => {
    const cookie = session()
    await Promise.all(Array.from({ length: 5 }, () => call('/api/v1/cart', cookie)))
    expect(asks()).toHaveLength(1)
  })

  it('is not asked for where everybody gets the same answer', async () => {
    await call('/api/v1/products', session())
    expect(asks()).toEqual([])
    expect(gateway.calls.at(-1)?.headers).not.toHaveProperty('x-actor-token')
  })

  it('brings the guest along that it was before', async () => {
    const guest = randomUUID()
    const response = await call('/api/v1/orders', `${session()}; aos-session=${guest}`)
    expect(await last()).toMatchObject({ subject: ada.subject, formerGuest: `guest:${guest}` })
    expect(response.headers.getSetCookie()).toEqual([])
  })

  it('stops being that guest once the cart has come along', async () => {
    const both = `${session()}; aos-session=${randomUUID()}`
    const [cookie = ''] = (await call('/api/v1/cart', both)).headers.getSetCookie()
    expect(cookie).toMatch(/^aos-session=; .*expires=Thu, 01 Jan 1970/)
  })

  it('keeps being that guest when the cart could not come along', async () => {
    gateway.answering(({ url }, response) =>
      url.endsWith('/identity') ? json(response, 200, { actor: ada }) : json(response, 500, {}),
    )
    const both = `${session()}; aos-session=${randomUUID()}`
    const response = await call('/api/v1/cart', both)
    expect(response.status).toBe(503)
    expect(response.headers.getSetCookie()).toEqual([])
  })

  it('whose session is over is a guest', async () => {
    gateway.answering((_, response) => json(response, 200, {}))
    await call('/api/v1/cart', session())
    expect((await last())?.subject).toMatch(/^guest:/)
  })

  it('is nobody while accounts cannot be reached: not a guest with an empty cart', async () => {
    gateway.answering(({ url }, response) => json(response, url.endsWith('/identity') ? 500 : 200, {}))
    const cookie = session()
    expect((await call('/api/v1/cart', cookie)).status).toBe(503)
    expect((await call('/api/v1/products', cookie)).status).toBe(200)
    // Not knowing is not remembered.
    gateway.answering(({ url }, response) =>
      json(response, 200, url.endsWith('/identity') ? { actor: ada } : {}),
    )
    expect((await call('/api/v1/cart', cookie)).status).toBe(200)
  })
})

describe('the accounts service', () => {
  it('sees its own cookies and no others', async () => {
    const cookie = session()
    await call('/api/v1/session', `tracking=1; ${cookie}; aos-session=${randomUUID()}`)
    expect(gateway.calls.at(-1)?.headers.cookie).toBe(cookie)
  })

  it('sets cookies, as no other service can', async () => {
    gateway.answering((_, response) =>
      response
        .setHeader('set-cookie', ['aos-account.session_token=new; HttpOnly', 'aos-account.other=1'])
        .writeHead(200, { 'content-type': 'application/json' })
        .end('{}'),
    )
    const signIn = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }
    expect((await call('/api/v1/session', '', signIn)).headers.getSetCookie()).toEqual(
      expect.arrayContaining(['aos-account.session_token=new; HttpOnly', 'aos-account.other=1']),
    )
    expect((await call('/api/v1/cart', '')).headers.getSetCookie()).toEqual([])
  })

  it('is asked anew after it was told something', async () => {
    const cookie = session()
    await call('/api/v1/cart', cookie)
    await call('/api/v1/session', cookie, { method: 'DELETE' })
    await call('/api/v1/cart', cookie)
    expect(asks()).toHaveLength(2)
  })

  it('may send a browser elsewhere', async () => {
    gateway.answering((_, response) => response.writeHead(302, { location: '/account' }).end())
    const response = await call('/api/v1/session/provider/callback?code=1&state=2', '')
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toBe('/account')
  })

  it('answers what nobody keeps', async () => {
    expect((await call('/api/v1/session', session())).headers.get('cache-control')).toBe('no-store')
  })

  it('is asked whose a session is by the gateway alone', async () => {
    expect((await call('/identity', session(), { headers: { accept: 'application/json' } })).status).toBe(404)
  })
})
