import Stripe from 'stripe'
import { expect, test, vi } from 'vitest'
import { aBroker, aPayment, stripeAt, WEBHOOK_SECRET } from '../testing/a-broker.ts'
import { dataDir } from '../testing/data-dir.ts'
import { eventually } from '../testing/eventually.ts'
import { webhookEndpoint } from '../testing/webhook-endpoint.ts'

vi.setConfig({ testTimeout: 30_000 })

const eventOf = (
  stripe: Stripe,
  { body, headers }: { body: string; headers: Record<string, string | string[] | undefined> },
) => stripe.webhooks.constructEvent(body, String(headers['stripe-signature']), WEBHOOK_SECRET)

test('each turn of a payment is told, signed so that the library believes it', async () => {
  await using dir = await dataDir()
  await using endpoint = await webhookEndpoint()
  await using broker = await aBroker(dir.path, { WEBHOOK_URL: endpoint.url, PROCESSING_MS: '50' })
  const stripe = stripeAt(broker.url)
  const told = (count: number) => eventually(() => endpoint.types()).toHaveLength(count)

  const paid = await stripe.paymentIntents.create(aPayment())
  await told(1)
  await stripe.paymentIntents
    .create(aPayment({ payment_method: 'pm_card_visa_chargeDeclined' }))
    .catch(() => 0)
  await told(2)
  await stripe.refunds.create({ payment_intent: paid.id })
  await told(3)
  await stripe.paymentIntents.create(aPayment({ payment_method: 'pm_card_processing' }))
  await told(5)
  const open = await stripe.paymentIntents.create({ amount: 500, currency: 'eur' })
  await stripe.paymentIntents.cancel(open.id)
  await told(6)

  expect(endpoint.types()).toEqual([
    'payment_intent.succeeded',
    'payment_intent.payment_failed',
    'charge.refunded',
    'payment_intent.processing',
    'payment_intent.succeeded',
    'payment_intent.canceled',
  ])
  const events = endpoint.deliveries.map((delivery) => eventOf(stripe, delivery))
  expect(events[0]?.data.object).toMatchObject({ id: paid.id, metadata: { order_id: 'order-1' } })
  expect(events[2]?.data.object).toMatchObject({ object: 'charge', amount_refunded: 4_200, refunded: true })
})

test('a forged body is not believed', async () => {
  await using dir = await dataDir()
  await using endpoint = await webhookEndpoint()
  await using broker = await aBroker(dir.path, { WEBHOOK_URL: endpoint.url })
  const stripe = stripeAt(broker.url)
  await stripe.paymentIntents.create(aPayment())
  await eventually(() => endpoint.deliveries).toHaveLength(1)
  const [delivery] = endpoint.deliveries
  const forged = { headers: delivery?.headers ?? {}, body: delivery?.body.replace('4200', '1') ?? '' }
  expect(() => eventOf(stripe, forged)).toThrow(Stripe.errors.StripeSignatureVerificationError)
})

test('an endpoint that fails is tried again with the same event until it answers 2xx', async () => {
  await using dir = await dataDir()
  await using endpoint = await webhookEndpoint()
  endpoint.answerNextWith(503, 500)
  await using broker = await aBroker(dir.path, { WEBHOOK_URL: endpoint.url, WEBHOOK_RETRY_MS: '20' })
  await stripeAt(broker.url).paymentIntents.create(aPayment())
  await eventually(() => endpoint.deliveries).toHaveLength(3)
  expect(new Set(endpoint.deliveries.map(({ body }) => body)).size).toBe(1)
})

test('only the events that the endpoint wants are sent', async () => {
  await using dir = await dataDir()
  await using endpoint = await webhookEndpoint()
  await using broker = await aBroker(dir.path, {
    WEBHOOK_URL: endpoint.url,
    WEBHOOK_EVENTS: 'charge.refunded, payment_intent.payment_failed',
  })
  const stripe = stripeAt(broker.url)
  const { id } = await stripe.paymentIntents.create(aPayment())
  await stripe.refunds.create({ payment_intent: id })
  await eventually(() => endpoint.types()).toEqual(['charge.refunded'])
})

test('what was not delivered before a stop is delivered after the next start, what was is not', async () => {
  await using dir = await dataDir()
  await using endpoint = await webhookEndpoint()
  const settings = { WEBHOOK_URL: endpoint.url, WEBHOOK_RETRY_MS: '60000' }
  const before = await aBroker(dir.path, settings)
  await stripeAt(before.url).paymentIntents.create(aPayment({ metadata: { order_id: 'told' } }))
  await eventually(() => endpoint.deliveries).toHaveLength(1)
  endpoint.answerNextWith(503)
  await stripeAt(before.url).paymentIntents.create(aPayment({ metadata: { order_id: 'untold' } }))
  await eventually(() => endpoint.deliveries).toHaveLength(2)
  await before.close()

  await using _after = await aBroker(dir.path, settings)
  await eventually(() => endpoint.deliveries).toHaveLength(3)
  expect(endpoint.deliveries[2]?.body).toBe(endpoint.deliveries[1]?.body)
})
