import Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { aBroker, aPayment, stripeAt } from '../testing/a-broker.ts'
import { dataDir } from '../testing/data-dir.ts'
import { eventually } from '../testing/eventually.ts'
import { type TestCard, testCards } from './test-cards.ts'

vi.setConfig({ testTimeout: 30_000 })

let stripe: Stripe
let impatient: Stripe
let close: () => Promise<void>

beforeAll(async () => {
  const dir = await dataDir()
  const broker = await aBroker(dir.path, { HANG_MS: '30000', PROCESSING_MS: '150' })
  stripe = stripeAt(broker.url)
  impatient = stripeAt(broker.url, { timeout: 600 })
  close = async () => {
    await broker.close()
    await dir[Symbol.asyncDispose]()
  }
})
afterAll(() => close())

let orders = 0
const newOrder = () => `order-${++orders}-of-payments`

const refusal = async (call: Promise<unknown>) => {
  const error = await call.then(
    () => undefined,
    (failure: unknown) => failure,
  )
  if (!(error instanceof Stripe.errors.StripeError)) throw new Error(`no refusal but ${error}`)
  return error
}

const paymentsOf = async (order: string) => {
  const { data } = await stripe.paymentIntents.search({ query: `metadata['order_id']:'${order}'` })
  return data
}

const cardsThat = (says: TestCard['verdict']['says'], fault?: string) =>
  testCards.filter((card) => card.verdict.says === says && card.fault?.how === fault)

describe.each(cardsThat('yes'))('a card that $situation ($paymentMethod)', ({ paymentMethod, number }) => {
  test('pays in one call', async () => {
    const intent = await stripe.paymentIntents.create(aPayment({ payment_method: paymentMethod }))
    expect(intent).toMatchObject({ status: 'succeeded', amount_received: 4_200, currency: 'eur' })
    expect(intent.metadata).toEqual({ order_id: 'order-1' })
    expect(intent.lastResponse.requestId).toMatch(/^req_/)
  })

  test('pays when its number was given', async () => {
    const card = { number, exp_month: 12, exp_year: 2040, cvc: '123' }
    const method = await stripe.paymentMethods.create({ type: 'card', card })
    expect(method.card?.last4).toBe(number.slice(-4))
    const intent = await stripe.paymentIntents.create(aPayment({ payment_method: method.id }))
    expect(intent.status).toBe('succeeded')
  })
})

describe.each(cardsThat('no'))('a card that $situation ($paymentMethod)', ({ paymentMethod, verdict }) => {
  test('is refused with the reason, and the payment waits for another card', async () => {
    if (verdict.says !== 'no') throw new Error('not a card that says no')
    const order = newOrder()
    const payment = aPayment({ payment_method: paymentMethod, metadata: { order_id: order } })
    const error = await refusal(stripe.paymentIntents.create(payment))
    expect(error).toBeInstanceOf(Stripe.errors.StripeCardError)
    expect(error).toMatchObject({
      statusCode: 402,
      code: verdict.code,
      decline_code: verdict.declineCode ?? '',
      message: verdict.message,
      payment_intent: { status: 'requires_payment_method', metadata: { order_id: order } },
    })
    const [intent] = await paymentsOf(order)
    expect(intent).toMatchObject({ amount_received: 0, last_payment_error: { code: verdict.code } })
  })
})

test('a declined payment can be confirmed with another card', async () => {
  const declined = aPayment({ payment_method: 'pm_card_visa_chargeDeclined' })
  const { payment_intent: failed } = await refusal(stripe.paymentIntents.create(declined))
  const intent = await stripe.paymentIntents.confirm(failed?.id ?? '', { payment_method: 'pm_card_visa' })
  expect(intent).toMatchObject({ status: 'succeeded', last_payment_error: null })
})

describe('a card that needs time', () => {
  const settled = (id: string) => eventually(async () => (await stripe.paymentIntents.retrieve(id)).status)

  test('is paid after a while', async () => {
    const intent = await stripe.paymentIntents.create(aPayment({ payment_method: 'pm_card_processing' }))
    expect(intent).toMatchObject({ status: 'processing', amount_received: 0 })
    await settled(intent.id).toBe('succeeded')
  })

  test('is declined after a while', async () => {
    const payment = aPayment({ payment_method: 'pm_card_processing_declined' })
    const intent = await stripe.paymentIntents.create(payment)
    expect(intent.status).toBe('processing')
    await settled(intent.id).toBe('requires_payment_method')
  })

  test('cannot be cancelled meanwhile', async () => {
    const intent = await stripe.paymentIntents.create(aPayment({ payment_method: 'pm_card_processing' }))
    const error = await refusal(stripe.paymentIntents.cancel(intent.id))
    expect(error).toMatchObject({ code: 'payment_intent_unexpected_state', statusCode: 400 })
  })
})

describe('a card that asks its holder first', () => {
  const payment = aPayment({ payment_method: 'pm_card_authenticationRequired' })

  test('leaves the payment open, and it can be cancelled', async () => {
    const intent = await stripe.paymentIntents.create(payment)
    expect(intent.status).toBe('requires_action')
    const reason = { cancellation_reason: 'requested_by_customer' as const }
    const cancelled = await stripe.paymentIntents.cancel(intent.id, reason)
    expect(cancelled).toMatchObject({ status: 'canceled', cancellation_reason: 'requested_by_customer' })
    const error = await refusal(stripe.paymentIntents.cancel(intent.id))
    expect(error).toMatchObject({ code: 'payment_intent_unexpected_state' })
  })

  test('is a decline for a shop that cannot ask', async () => {
    const error = await refusal(stripe.paymentIntents.create({ ...payment, error_on_requires_action: true }))
    expect(error).toMatchObject({ statusCode: 402, code: 'authentication_required' })
  })
})

describe('an answer that does not come', () => {
  const payment = (paymentMethod: string, order: string) =>
    aPayment({ payment_method: paymentMethod, metadata: { order_id: order } })

  test('hangs: the payment is found by its order, and the same key gives the answer later', async () => {
    const order = newOrder()
    const pay = (library: Stripe) =>
      library.paymentIntents.create(payment('pm_card_hang', order), { idempotencyKey: order })
    const first = refusal(pay(impatient))
    await eventually(() => paymentsOf(order)).toHaveLength(1)
    expect(await refusal(pay(stripe))).toMatchObject({ statusCode: 409, code: 'idempotency_key_in_use' })
    expect(await first).toBeInstanceOf(Stripe.errors.StripeConnectionError)
    const [found] = await paymentsOf(order)
    expect(found?.status).toBe('succeeded')
    await eventually(async () => (await pay(stripe)).id).toBe(found?.id)
    expect(await paymentsOf(order)).toHaveLength(1)
  })

  test('hangs: a decline is found too', async () => {
    const order = newOrder()
    const pay = (library: Stripe) =>
      refusal(
        library.paymentIntents.create(payment('pm_card_hang_declined', order), { idempotencyKey: order }),
      )
    expect(await pay(impatient)).toBeInstanceOf(Stripe.errors.StripeConnectionError)
    await eventually(async () => (await pay(stripe)).decline_code).toBe('generic_decline')
  })

  test('drops after the charge: charged once however often it is asked', async () => {
    const order = newOrder()
    const pay = () => stripe.paymentIntents.create(payment('pm_card_drop', order), { idempotencyKey: order })
    expect(await refusal(pay())).toBeInstanceOf(Stripe.errors.StripeConnectionError)
    const [found] = await paymentsOf(order)
    const intent = await pay()
    expect(intent).toMatchObject({ id: found?.id, status: 'succeeded' })
    expect(intent.lastResponse.headers['idempotent-replayed']).toBe('true')
    expect(await paymentsOf(order)).toHaveLength(1)
  })

  test('drops before the charge: nothing is found until it is tried again', async () => {
    const order = newOrder()
    const pay = () =>
      stripe.paymentIntents.create(payment('pm_card_drop_before', order), { idempotencyKey: order })
    expect(await refusal(pay())).toBeInstanceOf(Stripe.errors.StripeConnectionError)
    expect(await paymentsOf(order)).toEqual([])
    expect((await pay()).status).toBe('succeeded')
  })

  test('is a 500: the same key is tried again until it is fine', async () => {
    const order = newOrder()
    const pay = () => stripe.paymentIntents.create(payment('pm_card_error', order), { idempotencyKey: order })
    for (const _ of [1, 2]) {
      expect(await refusal(pay())).toMatchObject({ statusCode: 500, rawType: 'api_error' })
    }
    expect((await pay()).status).toBe('succeeded')
    expect(await paymentsOf(order)).toHaveLength(1)
  })
})

describe('a cancellation', () => {
  test('of a payment not yet confirmed ends it', async () => {
    const intent = await stripe.paymentIntents.create({ amount: 500, currency: 'eur' })
    expect(intent.status).toBe('requires_payment_method')
    expect((await stripe.paymentIntents.cancel(intent.id)).status).toBe('canceled')
    const error = await refusal(stripe.paymentIntents.confirm(intent.id, { payment_method: 'pm_card_visa' }))
    expect(error.code).toBe('payment_intent_unexpected_state')
  })

  test('comes too late for a payment that succeeded, and says so', async () => {
    const { id } = await stripe.paymentIntents.create(aPayment())
    expect(await refusal(stripe.paymentIntents.cancel(id))).toMatchObject({
      statusCode: 400,
      code: 'payment_intent_unexpected_state',
      payment_intent: { id, status: 'succeeded' },
    })
  })

  test('of a payment that does not exist is a 404', async () => {
    const error = await refusal(stripe.paymentIntents.cancel('pi_none'))
    expect(error).toMatchObject({ statusCode: 404, code: 'resource_missing' })
  })
})

describe('a refund', () => {
  test('returns all by default, once', async () => {
    const { id } = await stripe.paymentIntents.create(aPayment())
    const refund = () => stripe.refunds.create({ payment_intent: id }, { idempotencyKey: `refund-${id}` })
    const first = await refund()
    expect(first).toMatchObject({ status: 'succeeded', amount: 4_200, payment_intent: id })
    expect((await refund()).id).toBe(first.id)
    const again = await refusal(stripe.refunds.create({ payment_intent: id }))
    expect(again.code).toBe('charge_already_refunded')
    expect((await stripe.refunds.list({ payment_intent: id })).data.map((one) => one.id)).toEqual([first.id])
  })

  test('in parts never exceeds the charge', async () => {
    const { id, latest_charge: charge } = await stripe.paymentIntents.create({
      ...aPayment(),
      expand: ['latest_charge'],
    })
    expect(charge).toMatchObject({ object: 'charge', paid: true })
    await stripe.refunds.create({ payment_intent: id, amount: 4_000 })
    const error = await refusal(stripe.refunds.create({ payment_intent: id, amount: 201 }))
    expect(error).toMatchObject({ statusCode: 400, param: 'amount' })
    await stripe.refunds.create({ payment_intent: id, amount: 200 })
    expect((await stripe.refunds.list({ payment_intent: id })).data.map((one) => one.amount)).toEqual([
      200, 4_000,
    ])
  })

  test('of a payment that was not paid is refused', async () => {
    const { id } = await stripe.paymentIntents.create({ amount: 500, currency: 'eur' })
    expect((await refusal(stripe.refunds.create({ payment_intent: id }))).statusCode).toBe(400)
  })
})
