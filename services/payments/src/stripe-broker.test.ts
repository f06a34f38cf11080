import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { StripeBroker } from './stripe-broker.ts'

/** What the simulated broker does not do, but Stripe may. */
type Scripted = { status?: number; headers?: Record<string, string>; body: object } | 'hang'

const ORDER = '0190a000-0000-7000-8000-000000000001'
const charge = { orderId: ORDER, amount: { amount: 500, currency: 'EUR' }, paymentMethod: 'pm_1' }
const intent = (status: string) => ({
  id: 'pi_1',
  object: 'payment_intent',
  status,
  last_payment_error: null,
})
const error = (type: string, more: object = {}) => ({ error: { type, message: 'No.', ...more } })
const replayed = { 'idempotent-replayed': 'true' }

let server: Server
let broker: StripeBroker
let script: Scripted[]
let asked: string[]

beforeEach(async () => {
  script = []
  asked = []
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url?.split('?')[0]}`)
    const next = script.shift()
    if (next === undefined || next === 'hang') return
    response.writeHead(next.status ?? 200, { 'content-type': 'application/json', ...next.headers })
    response.end(JSON.stringify(next.body))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  broker = new StripeBroker({
    PAYMENT_BROKER_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    PAYMENT_BROKER_SECRET_KEY: 'sk_test',
    PAYMENT_BROKER_WEBHOOK_SECRET: 'whsec_test',
    PAYMENT_BROKER_TIMEOUT_MS: 100,
    PAYMENT_BROKER_CONCURRENCY: 2,
  })
})

afterEach(() => {
  broker.close()
  server.closeAllConnections()
  server.close()
})

it('a charge that waits for the customer is called off, and declined', async () => {
  script = [{ body: intent('requires_action') }, { body: intent('canceled') }]
  expect(await broker.charge(charge)).toMatchObject({ type: 'declined', code: 'authentication_required' })
  expect(asked).toEqual(['POST /v1/payment_intents', 'POST /v1/payment_intents/pi_1/cancel'])
})

it('a key that keeps the answer of a fault is not asked again: the order is searched for', async () => {
  script = [
    { status: 500, headers: replayed, body: error('api_error') },
    { body: { object: 'search_result', data: [intent('succeeded')] } },
  ]
  expect(await broker.charge(charge)).toEqual({ type: 'charged', reference: 'pi_1' })
})

it('a key that belongs to another request tells nothing, and not found does not mean not charged', async () => {
  script = [
    { status: 400, body: error('idempotency_error') },
    { body: { object: 'search_result', data: [] } },
  ]
  expect(await broker.charge(charge)).toMatchObject({ type: 'unknown', needsPerson: false })
})

it('withholding what was charged already tells so', async () => {
  script = [{ status: 400, body: error('idempotency_error') }, { body: intent('succeeded') }]
  expect(await broker.withhold(charge)).toEqual({ type: 'charged', reference: 'pi_1' })
})

it('a cancellation that comes too late tells what was faster', async () => {
  const tooLate = error('invalid_request_error', { code: 'payment_intent_unexpected_state' })
  script = [{ status: 400, body: tooLate }, { body: intent('succeeded') }]
  expect(await broker.cancel('pi_1')).toEqual({ type: 'charged', reference: 'pi_1' })
})

it.each([
  ['no answer in time', 'hang'],
  ['a fault', { status: 503, body: error('api_error') }],
  ['too many requests', { status: 429, body: error('rate_limit_error') }],
  ['the same key still under way', { status: 409, body: error('idempotency_error') }],
] as const)('with %s the outcome of a charge is unknown', async (_, answer) => {
  script = [answer]
  expect(await broker.charge(charge)).toMatchObject({ type: 'unknown', needsPerson: false })
  expect(asked).toHaveLength(1)
})

it('a refund that was made before is as good as made', async () => {
  script = [{ status: 400, body: error('invalid_request_error', { code: 'charge_already_refunded' }) }]
  expect(await broker.refund(ORDER, 'pi_1')).toEqual({ type: 'returned', reference: 'pi_1' })
})

it('a refund whose key keeps the answer of a fault is made under another key', async () => {
  script = [
    { status: 500, headers: replayed, body: error('api_error') },
    { body: { id: 're_1', object: 'refund', status: 'succeeded' } },
  ]
  expect(await broker.refund(ORDER, 'pi_1')).toEqual({ type: 'returned', reference: 'pi_1' })
})

it('a refund that failed at the bank needs a person', async () => {
  script = [{ body: { id: 're_1', object: 'refund', status: 'failed' } }]
  expect(await broker.refund(ORDER, 'pi_1')).toMatchObject({ type: 'unknown', needsPerson: true })
})
