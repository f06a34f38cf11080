import type Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aBroker, aPayment, PUBLISHABLE_KEY, SECRET_KEY, stripeAt } from '../testing/a-broker.ts'
import { dataDir } from '../testing/data-dir.ts'
import { jsonOf } from '../testing/json.ts'
import { testCards } from './test-cards.ts'

let stripe: Stripe
let url: string
let close: () => Promise<void>

beforeAll(async () => {
  const dir = await dataDir()
  const broker = await aBroker(dir.path)
  url = broker.url
  stripe = stripeAt(url)
  close = async () => {
    await broker.close()
    await dir[Symbol.asyncDispose]()
  }
})
afterAll(() => close())

const refusal = (call: Promise<unknown>) => expect(call).rejects

const post = (path: string, fields: Record<string, string>, key = SECRET_KEY) =>
  fetch(url + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}` },
    body: new URLSearchParams(fields),
  })

describe('an idempotency key', () => {
  test('gets the same answer again, a decline too', async () => {
    const declined = aPayment({ payment_method: 'pm_card_visa_chargeDeclined' })
    const pay = () =>
      stripe.paymentIntents
        .create(declined, { idempotencyKey: 'same' })
        .catch((error: Stripe.errors.StripeError) => error)
    const [first, second] = [await pay(), await pay()]
    if (!(first instanceof Error && second instanceof Error)) throw new Error('not declined')
    expect(second.payment_intent?.id).toBe(first.payment_intent?.id)
    expect(second.headers).toMatchObject({ 'idempotent-replayed': 'true' })
  })

  test('used with other parameters is refused', async () => {
    await stripe.paymentIntents.create(aPayment(), { idempotencyKey: 'other' })
    const changed = stripe.paymentIntents.create(aPayment({ amount: 1 * 100 }), { idempotencyKey: 'other' })
    await refusal(changed).toMatchObject({ type: 'StripeIdempotencyError', statusCode: 400 })
    const elsewhere = stripe.refunds.create({ payment_intent: 'pi_x' }, { idempotencyKey: 'other' })
    await refusal(elsewhere).toMatchObject({ type: 'StripeIdempotencyError', statusCode: 400 })
  })

  test('used by many at once charges once', async () => {
    const payment = aPayment({ metadata: { order_id: 'crowd' } })
    const pay = () => stripe.paymentIntents.create(payment, { idempotencyKey: 'crowd' })
    const answers = await Promise.allSettled(Array.from({ length: 20 }, pay))
    for (const answer of answers) {
      if (answer.status === 'rejected')
        expect(answer.reason).toMatchObject({ code: 'idempotency_key_in_use' })
    }
    const { data } = await stripe.paymentIntents.search({ query: "metadata['order_id']:'crowd'" })
    expect(data).toHaveLength(1)
  })

  test('of a request that failed validation is free again', async () => {
    const wrong = stripe.paymentIntents.create(aPayment({ amount: 1 }), { idempotencyKey: 'invalid' })
    await refusal(wrong).toMatchObject({ code: 'amount_too_small' })
    const right = await stripe.paymentIntents.create(aPayment(), { idempotencyKey: 'invalid' })
    expect(right.status).toBe('succeeded')
  })
})

describe('a request that Stripe would refuse', () => {
  test.each([
    ['an unknown parameter', { colour: 'red' }, { code: 'parameter_unknown', param: 'colour' }],
    [
      'an unknown payment method',
      { payment_method: 'pm_none' },
      { statusCode: 400, code: 'resource_missing', param: 'payment_method' },
    ],
    ['an amount too small', { amount: 49 }, { code: 'amount_too_small', param: 'amount' }],
    ['redirects not ruled out', { automatic_payment_methods: { enabled: true } }, { statusCode: 400 }],
  ])('is refused: %s', async (_, change, expected) => {
    await refusal(stripe.paymentIntents.create({ ...aPayment(), ...change })).toMatchObject(expected)
  })

  test('names the parameter that is missing', async () => {
    const answer = await post('/v1/payment_intents', { amount: '100' })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ error: { code: 'parameter_missing', param: 'currency' } })
  })

  test('comes with a wrong key, or with the browser’s', async () => {
    expect((await post('/v1/refunds', {}, 'sk_test_other')).status).toBe(401)
    expect((await post('/v1/refunds', {}, PUBLISHABLE_KEY)).status).toBe(403)
  })

  test('goes to an unknown address', async () => {
    const answer = await post('/v1/customers', {})
    expect(answer.status).toBe(404)
    expect(await answer.json()).toMatchObject({ error: { type: 'invalid_request_error' } })
  })
})

describe('a card given by the browser', () => {
  const give = (fields: Record<string, string>) =>
    post(
      '/v1/payment_methods',
      {
        type: 'card',
        'card[number]': '4242 4242 4242 4242',
        'card[exp_month]': '12',
        'card[exp_year]': '2040',
        'card[cvc]': '123',
        ...fields,
      },
      PUBLISHABLE_KEY,
    )

  test('becomes a payment method without its number', async () => {
    const answer = await give({ 'billing_details[name]': 'Ada', 'billing_details[address][city]': 'Wien' })
    const body = await answer.text()
    expect(JSON.parse(body)).toMatchObject({
      id: expect.stringMatching(/^pm_/),
      card: { brand: 'visa', last4: '4242' },
      billing_details: { name: 'Ada', address: { city: 'Wien' } },
    })
    expect(body).not.toContain('42424242')
  })

  test.each(testCards)('is accepted: $number, which $situation', async ({ number, brand }) => {
    const { card } = await jsonOf(give({ 'card[number]': number }))
    expect(card).toMatchObject({ brand, last4: number.slice(-4) })
  })

  test.each([
    [{ 'card[number]': '4242424242424241' }, 'incorrect_number'],
    [{ 'card[number]': '4111' }, 'invalid_number'],
    [{ 'card[number]': '4111111111111111' }, 'card_declined'],
    [{ 'card[exp_month]': '13' }, 'invalid_expiry_month'],
    [{ 'card[exp_year]': '2020' }, 'invalid_expiry_year'],
    [{ 'card[cvc]': '1' }, 'invalid_cvc'],
  ])('is refused: %o', async (fields, code) => {
    const answer = await give(fields)
    expect(answer.status).toBe(402)
    expect(await answer.json()).toMatchObject({ error: { type: 'card_error', code } })
  })
})

describe('the ledger', () => {
  test('tells by order what was charged and returned', async () => {
    const payment = aPayment({ metadata: { order_id: 'in-ledger' } })
    const { id } = await stripe.paymentIntents.create(payment)
    await stripe.refunds.create({ payment_intent: id, amount: 200 })
    const { charges } = await jsonOf(fetch(`${url}/ledger?order_id=in-ledger`))
    expect(charges).toMatchObject([
      { paymentIntent: id, orderId: 'in-ledger', amount: 4_200, captured: 4_200, refunded: 200 },
    ])
    const all = await jsonOf(fetch(`${url}/ledger`))
    expect(all.charges.length).toBeGreaterThan(1)
  })

  test('is a page too, and shows markup as text', async () => {
    const order = '<img src=x onerror=alert(1)>'
    await stripe.paymentIntents.create(aPayment({ metadata: { order_id: order } }))
    const page = await (await fetch(url)).text()
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;')
    expect(page).not.toContain(order)
    expect(await (await fetch(`${url}/?order_id=nothing`)).text()).toContain('No payment for this order.')
  })
})

describe('the part for the browser', () => {
  test('is a script that any shop may load', async () => {
    const answer = await fetch(`${url}/v3/`)
    expect(answer.headers.get('content-type')).toContain('javascript')
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(await answer.text()).toContain('window.Stripe =')
  })

  test('is a frame with labelled fields that loads nothing from elsewhere', async () => {
    const answer = await fetch(`${url}/v3/card`)
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    const page = await answer.text()
    for (const label of ['Card number', 'Expiry (MM / YY)', 'CVC', '4242 4242 4242 4242']) {
      expect(page).toContain(label)
    }
    expect(page).not.toMatch(/(src|href)="https?:/)
  })
})

test('the broker says that it is well', async () => {
  expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: 'ok' })
})
