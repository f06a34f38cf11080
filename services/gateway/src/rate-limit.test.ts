import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { Buckets } from './buckets.ts'
import type { Config } from './config.ts'
import { type GatewayUnderTest, startGateway } from './gateway-harness.ts'

const MINUTE = 60_000

describe('a bucket', () => {
  it("holds a minute's worth, and fills evenly", () => {
    const buckets = new Buckets(60)
    for (let n = 0; n < 60; n += 1) expect(buckets.take('ada', 0)).toBe(0)
    expect(buckets.take('ada', 0)).toBe(1000)
    expect(buckets.take('ada', 400)).toBe(600)
    expect(buckets.take('ada', 1000)).toBe(0)
    expect(buckets.take('ada', 1000)).toBe(1000)
    expect(buckets.take('ada', 1000 + 10 * MINUTE)).toBe(0)
  })

  it('is of one alone', () => {
    const buckets = new Buckets(1)
    expect(buckets.take('ada', 0)).toBe(0)
    expect(buckets.take('bob', 0)).toBe(0)
    expect(buckets.take('ada', 0)).toBe(MINUTE)
  })

  it('without a limit never runs dry', () => {
    const buckets = new Buckets(0)
    for (let n = 0; n < 1000; n += 1) expect(buckets.take('ada', 0)).toBe(0)
  })

  it('of so many callers are not all kept', () => {
    const buckets = new Buckets(1)
    buckets.take('ada', 0)
    for (let n = 0; n < 50_000; n += 1) buckets.take(String(n), 0)
    expect(buckets.take('ada', 0)).toBe(0)
  })
})

describe('a caller who asks for too much', () => {
  let gateway: GatewayUnderTest
  afterEach(() => gateway.stop())

  const limited = async (given: Partial<Config>) => {
    gateway = await startGateway(given)
  }
  const ask = (headers: Record<string, string> = {}, init: RequestInit = {}, path = '/api/v1/cart') =>
    fetch(gateway.url + path, { ...init, headers })
  const guest = () => ({ cookie: `aos-session=${randomUUID()}` })

  it('as an actor hears when to come again, and others are served', async () => {
    await limited({ RATE_LIMIT_ACTOR: 3 })
    const ada = guest()
    for (let n = 0; n < 3; n += 1) expect((await ask(ada)).status).toBe(200)
    const refused = await ask(ada)
    expect(refused.status).toBe(429)
    expect(refused.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(15)
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(20)
    expect(await refused.json()).toMatchObject({ status: 429, code: 'rate-limited' })
    expect((await ask(guest())).status).toBe(200)
    expect(gateway.calls).toHaveLength(4)
  })

  it('from an address, with ever new cookies or none, is refused as well', async () => {
    await limited({ RATE_LIMIT_ADDRESS: 3 })
    const statuses = []
    for (const headers of [guest(), {}, guest(), guest(), {}]) statuses.push((await ask(headers)).status)
    expect(statuses).toEqual([200, 200, 200, 429, 429])
  })

  it('in orders holds no more stock, and may still look around', async () => {
    await limited({ RATE_LIMIT_ORDERS: 2 })
    const order = () => ask({}, { method: 'POST', body: '{}' }, '/api/v1/orders')
    expect([(await order()).status, (await order()).status, (await order()).status]).toEqual([200, 200, 429])
    expect((await ask()).status).toBe(200)
  })

  it('behind a proxy of ours is known by what that proxy heard', async () => {
    await limited({ RATE_LIMIT_ADDRESS: 1, PROXIES: 1 })
    const from = (address: string) => ask({ 'x-forwarded-for': address }).then(({ status }) => status)
    expect(await from('10.0.0.1')).toBe(200)
    expect(await from('10.0.0.2')).toBe(200)
    // What the caller writes itself stands further left.
    expect(await from('10.9.9.9, 10.0.0.1')).toBe(429)
  })

  it('without a proxy of ours gets nowhere by saying that it is somebody else', async () => {
    await limited({ RATE_LIMIT_ADDRESS: 1 })
    await ask({ 'x-forwarded-for': '10.0.0.1' })
    expect((await ask({ 'x-forwarded-for': '10.0.0.2' })).status).toBe(429)
  })
})
