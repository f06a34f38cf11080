import { randomUUID } from 'node:crypto'
import Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type PaymentsUnderTest, startPayments, WEBHOOK_SECRET } from './payments-harness.ts'

let payments: PaymentsUnderTest

beforeAll(async () => {
  payments = await startPayments()
})

afterAll(() => payments?.stop())

const rowOf = async (orderId: string) =>
  payments.database.knex('payments').where({ order_id: orderId }).first()

describe('an event of the broker', () => {
  it.each([
    ['pm_card_processing', 'PaymentSucceeded', 1],
    ['pm_card_processing_declined', 'PaymentFailed', 0],
    ['pm_card_hang', 'PaymentSucceeded', 1],
  ] as const)('ends the waiting for %s: %s', async (paymentMethod, said, charges) => {
    const orderId = randomUUID()
    await payments.command('ProcessPayment', orderId, paymentMethod)
    await payments.untilSaid(orderId, said)
    expect(await payments.ledger(orderId)).toMatchObject({ charges })
  })

  const sign = (payload: string, secret = WEBHOOK_SECRET) =>
    new Stripe('sk_test').webhooks.generateTestHeaderString({ payload, secret })
  const post = (payload: string, signature: string) =>
    fetch(payments.webhookUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'stripe-signature': signature },
      body: payload,
    })
  const event = (type: string, object: object) =>
    JSON.stringify({ id: 'evt_1', object: 'event', type, data: { object } })

  it('that is forged is refused', async () => {
    const payload = event('payment_intent.succeeded', { id: 'pi_1', status: 'succeeded', metadata: {} })
    expect((await post(payload, sign(payload, 'whsec_guessed'))).status).toBe(400)
    expect((await post(payload, '')).status).toBe(400)
  })

  it.each([
    ['of another kind', event('customer.created', { id: 'cus_1' })],
    [
      "about somebody else's payment",
      event('payment_intent.succeeded', { id: 'pi_1', status: 'succeeded', metadata: {} }),
    ],
    [
      'about an order that is not here',
      event('payment_intent.succeeded', {
        id: 'pi_1',
        status: 'succeeded',
        metadata: { order_id: randomUUID() },
      }),
    ],
  ])('%s is accepted and ignored', async (_, payload) => {
    expect((await post(payload, sign(payload))).status).toBe(204)
  })

  it('that tells what is known already costs no transaction', async () => {
    const orderId = randomUUID()
    await payments.command('ProcessPayment', orderId)
    await payments.untilSaid(orderId, 'PaymentSucceeded')
    const { broker_reference: id } = await rowOf(orderId)
    const payload = event('payment_intent.succeeded', {
      id,
      status: 'succeeded',
      metadata: { order_id: orderId },
    })
    const transaction = vi.spyOn(payments.database, 'transaction')
    expect((await post(payload, sign(payload))).status).toBe(204)
    expect(transaction).not.toHaveBeenCalled()
    transaction.mockRestore()
    expect(payments.said(orderId)).toEqual(['PaymentSucceeded'])
  })

  it('that tells of a refund made at the broker by hand is passed on', async () => {
    const orderId = randomUUID()
    await payments.command('ProcessPayment', orderId)
    await payments.untilSaid(orderId, 'PaymentSucceeded')
    const { broker_reference: intent } = await rowOf(orderId)
    const payload = event('charge.refunded', {
      payment_intent: intent,
      refunded: true,
      metadata: { order_id: orderId },
    })
    expect((await post(payload, sign(payload))).status).toBe(204)
    await payments.untilSaid(orderId, 'PaymentSucceeded', 'PaymentRefunded')
  })
})
