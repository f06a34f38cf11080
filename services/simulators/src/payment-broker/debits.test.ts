import Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aBroker, aPayment, stripeAt } from '../testing/a-broker.ts'
import { dataDir } from '../testing/data-dir.ts'
import { eventually } from '../testing/eventually.ts'
import { testAccounts } from './test-accounts.ts'

let stripe: Stripe
let close: () => Promise<void>

beforeAll(async () => {
  const dir = await dataDir()
  const broker = await aBroker(dir.path, { PROCESSING_MS: '150' })
  stripe = stripeAt(broker.url)
  close = async () => {
    await broker.close()
    await dir[Symbol.asyncDispose]()
  }
})
afterAll(() => close())

const billingDetails = { name: 'Ada Lovelace', email: 'ada@example.com' }
const anAccount = (iban: string, billing: Partial<typeof billingDetails> = billingDetails) =>
  stripe.paymentMethods.create({ type: 'sepa_debit', sepa_debit: { iban }, billing_details: billing })

const mandate = {
  customer_acceptance: {
    type: 'online' as const,
    online: { ip_address: '192.0.2.1', user_agent: 'a browser' },
  },
}
const aDebit = (paymentMethod: string, given: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
  stripe.paymentIntents.create(aPayment({ payment_method: paymentMethod, mandate_data: mandate, ...given }))

describe.each(testAccounts)('a debit from $iban', ({ iban, paymentMethod, situation, verdict }) => {
  const ends = verdict.later === 'yes' ? 'succeeded' : 'requires_payment_method'

  test(`${situation}`, async () => {
    const { id, status } = await aDebit(paymentMethod)
    expect(status).toBe('processing')
    const settled = () => stripe.paymentIntents.retrieve(id, { expand: ['latest_charge'] })
    await eventually(settled).toMatchObject({
      status: ends,
      payment_method_types: ['sepa_debit'],
      latest_charge: { payment_method_details: { sepa_debit: { last4: iban.slice(-4) } } },
    })
  })

  test('is the same when its number was given, with spaces as people write it', async () => {
    const method = await anAccount(iban.replace(/(.{4})(?=.)/g, '$1 '))
    expect(method).toMatchObject({
      type: 'sepa_debit',
      sepa_debit: { country: iban.slice(0, 2), last4: iban.slice(-4) },
    })
    expect((await aDebit(method.id)).payment_method).toBe(method.id)
    expect((await stripe.paymentMethods.retrieve(method.id)).sepa_debit?.last4).toBe(iban.slice(-4))
  })
})

test('a debit that was returned says so', async () => {
  const { id } = await aDebit('pm_failed_de')
  await eventually(() => stripe.paymentIntents.retrieve(id)).toMatchObject({
    last_payment_error: { message: expect.stringContaining('returned the debit') },
  })
})

test('once it is under way it cannot be called off; what was paid can be returned', async () => {
  const { id } = await aDebit('pm_success_de')
  await expect(stripe.paymentIntents.cancel(id)).rejects.toMatchObject({
    code: 'payment_intent_unexpected_state',
  })
  await eventually(() => stripe.paymentIntents.retrieve(id)).toMatchObject({ status: 'succeeded' })
  expect((await stripe.refunds.create({ payment_intent: id })).status).toBe('succeeded')
})

describe('refused is', () => {
  test.each([
    [
      'a debit that nobody agreed to',
      () => stripe.paymentIntents.create(aPayment({ payment_method: 'pm_success_de' })),
      /mandate_data/,
    ],
    ['a debit in another currency', () => aDebit('pm_success_de', { currency: 'usd' }), /usd/],
    ['an IBAN with a wrong digit', () => anAccount('DE89370400440532013009'), /invalid/],
    ['an IBAN that is not for tests', () => anAccount('GB33BUKB20201555555555'), /test IBANs/],
    ['an account of nobody', () => anAccount('DE89370400440532013000', { name: 'Ada' }), /email/],
  ])('%s', async (_, call, message) => {
    const error = await call().catch((failure: unknown) => failure)
    expect(error).toBeInstanceOf(Stripe.errors.StripeInvalidRequestError)
    expect((error as Error).message).toMatch(message)
  })
})
