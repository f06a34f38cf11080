import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { readCarrierConfig } from '../config.ts'
import { sign } from '../runtime/webhook-sender.ts'
import { dataDir } from '../testing/data-dir.ts'
import { eventually } from '../testing/eventually.ts'
import { jsonOf } from '../testing/json.ts'
import { webhookEndpoint } from '../testing/webhook-endpoint.ts'
import { startCarrier } from './carrier.ts'

vi.setConfig({ testTimeout: 30_000 })

const TOKEN = 'carrier-token'
const HOUR = '3600000'
const WEBHOOK_SECRET = 'carrier-secret'

const LONG_MS = 15_000
const SHORT_MS = 600

async function aCarrier(folder: string, overrides: Record<string, string> = {}) {
  const settings = { PORT: '0', DATA_DIR: folder, API_TOKEN: TOKEN, WEBHOOK_SECRET }
  const times = { DISPATCH_AFTER_MS: HOUR, DELIVER_AFTER_MS: HOUR }
  const running = await startCarrier(readCarrierConfig({ ...settings, ...times, ...overrides }))
  const call = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
    patienceMs = LONG_MS,
  ) => {
    const answer = await fetch(running.url + path, {
      method,
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(patienceMs),
    })
    return { status: answer.status, headers: answer.headers, body: await jsonOf(answer) }
  }
  const book = (asked: unknown, key?: string, patienceMs?: number) =>
    call('POST', '/parcels', asked, key ? { 'idempotency-key': key } : {}, patienceMs)
  return { ...running, call, book, [Symbol.asyncDispose]: running.close }
}

const aBooking = (
  overrides: { reference?: string; name?: string; address?: Record<string, string> } = {},
) => ({
  reference: overrides.reference ?? 'order-1',
  recipient: { name: overrides.name ?? 'Ada Lovelace', email: 'ada@example.com' },
  address: { line1: 'Ring 1', postalCode: '1010', city: 'Wien', country: 'AT', ...overrides.address },
  items: [{ sku: 'MUG-1', name: 'Mug', quantity: 2 }],
})

let carrier: Awaited<ReturnType<typeof aCarrier>>
let close: () => Promise<void>

beforeAll(async () => {
  const dir = await dataDir()
  carrier = await aCarrier(dir.path)
  close = async () => {
    await carrier.close()
    await dir[Symbol.asyncDispose]()
  }
})
afterAll(() => close())

describe('a booking', () => {
  test('gives a parcel with a tracking number, found by its id and by its order', async () => {
    const { status, body } = await carrier.book(aBooking({ reference: 'found' }))
    expect(status).toBe(201)
    expect(body).toMatchObject({ status: 'booked', trackingNumber: expect.stringMatching(/^AW\d{9}CR$/) })
    expect(body).not.toHaveProperty('fate')
    expect((await carrier.call('GET', `/parcels/${body.id}`)).body).toEqual(body)
    expect((await carrier.call('GET', '/parcels?reference=found')).body).toEqual({ parcels: [body] })
  })

  test('said again with its key is the same parcel', async () => {
    const first = await carrier.book(aBooking({ reference: 'twice' }), 'twice')
    const second = await carrier.book(aBooking({ reference: 'twice' }), 'twice')
    expect(second).toMatchObject({ status: 201, body: first.body })
    expect(second.headers.get('idempotent-replayed')).toBe('true')
    const reused = await carrier.book(aBooking({ reference: 'another' }), 'twice')
    expect(reused).toMatchObject({ status: 400, body: { error: { code: 'idempotency_key_reused' } } })
  })

  test('without a key is a parcel each time: the carrier does not guess', async () => {
    for (const _ of [1, 2]) await carrier.book(aBooking({ reference: 'no-key' }))
    expect((await carrier.call('GET', '/parcels?reference=no-key')).body.parcels).toHaveLength(2)
  })

  test.each([
    ['a postal code that does not exist', aBooking({ address: { postalCode: '00000' } }), 'address_unknown'],
    ['a country that is not served', aBooking({ address: { country: 'AQ' } }), 'country_not_served'],
    ['an address that is refused', aBooking({ address: { line1: '1 Test-Refuse Road' } }), 'undeliverable'],
  ])('to %s is refused with the reason, also when said again', async (_, asked, code) => {
    for (const _again of [1, 2]) {
      expect(await carrier.book(asked, code)).toMatchObject({ status: 422, body: { error: { code } } })
    }
  })

  test('that is not whole is told what is missing', async () => {
    const { status, body } = await carrier.book({ ...aBooking(), items: [] })
    expect([status, body.error.code]).toEqual([400, 'invalid_request'])
    expect(body.error.message).toContain('items')
  })

  test('without the token is not taken', async () => {
    const answer = await carrier.call('POST', '/parcels', aBooking(), { authorization: 'Bearer other' })
    expect(answer.status).toBe(401)
  })
})

describe('a carrier that does not answer well', () => {
  const found = async (reference: string) =>
    (await carrier.call('GET', `/parcels?reference=${reference}`)).body.parcels

  test('hangs: the parcel is found, and the key gives the answer', async () => {
    const asked = aBooking({ reference: 'hang', name: 'Test-Hang' })
    await expect(carrier.book(asked, 'hang', SHORT_MS)).rejects.toThrow('timeout')
    const [parcel] = await found('hang')
    await eventually(async () => (await carrier.book(asked, 'hang')).body.id).toBe(parcel.id)
    expect(await found('hang')).toHaveLength(1)
  })

  test('drops the connection twice: booked once', async () => {
    const asked = aBooking({ reference: 'drop', address: { line1: 'Test-Drop 2' } })
    for (const _ of [1, 2]) await expect(carrier.book(asked, 'drop')).rejects.toThrow()
    expect((await carrier.book(asked, 'drop')).status).toBe(201)
    expect(await found('drop')).toHaveLength(1)
  })

  test('answers 500 twice: booked at the third time', async () => {
    const asked = aBooking({ reference: 'error', name: 'test-error' })
    for (const _ of [1, 2]) expect((await carrier.book(asked, 'error')).status).toBe(500)
    expect(await found('error')).toEqual([])
    expect((await carrier.book(asked, 'error')).status).toBe(201)
  })
})

describe('a cancellation', () => {
  test('is in time while the parcel is booked, and may be said again', async () => {
    const { body } = await carrier.book(aBooking())
    for (const _ of [1, 2]) {
      const answer = await carrier.call('POST', `/parcels/${body.id}/cancel`)
      expect(answer).toMatchObject({ status: 200, body: { status: 'cancelled' } })
    }
    expect((await carrier.call('POST', `/parcels/${body.id}/advance`)).status).toBe(409)
  })

  test('is too late once it was dispatched', async () => {
    const { body } = await carrier.book(aBooking())
    await carrier.call('POST', `/parcels/${body.id}/advance`)
    const answer = await carrier.call('POST', `/parcels/${body.id}/cancel`)
    expect(answer).toMatchObject({
      status: 409,
      body: { error: { code: 'not_cancellable', status: 'dispatched' } },
    })
  })

  test('of no parcel is a 404', async () => {
    expect((await carrier.call('POST', '/parcels/none/cancel')).status).toBe(404)
  })
})

describe('the ledger', () => {
  test('is JSON by order, and a page that shows markup as text', async () => {
    await carrier.book(aBooking({ reference: 'ledger', name: '<b>Ada</b>' }))
    const { parcels } = await jsonOf(fetch(`${carrier.url}/ledger?reference=ledger`))
    expect(parcels).toMatchObject([{ reference: 'ledger', status: 'booked', dispatchedAt: null }])
    const page = await (await fetch(carrier.url)).text()
    expect(page).toContain('&lt;b&gt;Ada&lt;/b&gt;')
  })
})

describe('the clock', () => {
  const typesOf = (endpoint: { types(): string[] }) => eventually(() => endpoint.types())

  test('dispatches and delivers, and tells the shop with a signature', async () => {
    await using dir = await dataDir()
    await using endpoint = await webhookEndpoint()
    endpoint.answerNextWith(500)
    await using fast = await aCarrier(dir.path, {
      WEBHOOK_URL: endpoint.url,
      WEBHOOK_RETRY_MS: '10',
      SPEED: '100000',
    })
    const { body } = await fast.book(aBooking())
    // The repeated one may come after the next: webhooks keep no order.
    await eventually(() => endpoint.types().toSorted()).toEqual([
      'parcel.delivered',
      'parcel.dispatched',
      'parcel.dispatched',
    ])
    const parcel = (await fast.call('GET', `/parcels/${body.id}`)).body
    expect(parcel).toMatchObject({ status: 'delivered', deliveredAt: expect.any(String) })

    const [delivery] = endpoint.deliveries
    const signature = String(delivery?.headers['carrier-signature'])
    const signedMs = Number(/^t=(\d+),v1=/.exec(signature)?.[1]) * 1000
    expect(signature).toBe(sign(delivery?.body ?? '', WEBHOOK_SECRET, signedMs))
    expect(JSON.parse(delivery?.body ?? '').data.parcel).toMatchObject({ id: body.id, reference: 'order-1' })
  })

  test('can be sped up while parcels wait', async () => {
    await using dir = await dataDir()
    await using endpoint = await webhookEndpoint()
    await using slow = await aCarrier(dir.path, { WEBHOOK_URL: endpoint.url })
    await slow.book(aBooking({ name: 'test-lost' }))
    await slow.book(aBooking({ name: 'test-stuck' }))
    expect((await slow.call('POST', '/clock', { speed: 100_000 })).body).toEqual({ speed: 100_000 })
    await typesOf(endpoint).toEqual(['parcel.dispatched', 'parcel.lost'])
    expect((await slow.call('POST', '/clock', { speed: 0 })).status).toBe(400)
  })

  test('goes on after a restart, for each parcel once, at the speed it had', async () => {
    await using dir = await dataDir()
    await using endpoint = await webhookEndpoint()
    const settings = { WEBHOOK_URL: endpoint.url, DISPATCH_AFTER_MS: '100', DELIVER_AFTER_MS: HOUR }
    const before = await aCarrier(dir.path, settings)
    await before.call('POST', '/clock', { speed: 2 })
    const keyed = await before.book(aBooking({ reference: 'r1' }), 'restart')
    await before.book(aBooking({ reference: 'r2' }))
    await before.close()
    expect(endpoint.types()).toEqual([])

    await using after = await aCarrier(dir.path, settings)
    expect((await after.call('GET', '/clock')).body).toEqual({ speed: 2 })
    await typesOf(endpoint).toEqual(['parcel.dispatched', 'parcel.dispatched'])
    expect((await after.book(aBooking({ reference: 'r1' }), 'restart')).body.id).toBe(keyed.body.id)
  })
})
