import { randomUUID } from 'node:crypto'
import { until } from '@aos/tests/harness/until'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PaymentsUnderTest, startPayments } from './payments-harness.ts'
import { StripeBroker } from './stripe-broker.ts'

const AMOUNT = 7_800
let payments: PaymentsUnderTest

beforeAll(async () => {
  payments = await startPayments({ isMute: true })
})

afterAll(() => payments?.stop())

const rowOf = async (orderId: string) =>
  payments.database.knex('payments').where({ order_id: orderId }).first()
const eventOf = (orderId: string) =>
  JSON.parse(payments.published.findLast(({ key }) => key === orderId)?.event ?? '{}')

describe('a payment', () => {
  it('that the bank pays is charged once and succeeds', async () => {
    const orderId = randomUUID()
    await payments.command('ProcessPayment', orderId)
    await payments.command('ProcessPayment', orderId)
    await payments.untilSaid(orderId, 'PaymentSucceeded')
    expect(eventOf(orderId).data).toMatchObject({ amount: { amount: AMOUNT, currency: 'EUR' } })
    expect(await payments.ledger(orderId)).toEqual({ charges: 1, intents: ['succeeded'], refunded: 0 })
  })

  it.each([
    [
      'pm_card_visa_chargeDeclinedInsufficientFunds',
      'insufficient_funds',
      'Your card has insufficient funds.',
    ],
    ['pm_card_chargeDeclinedExpiredCard', 'expired_card', 'Your card has expired.'],
    ['pm_card_authenticationRequired', 'authentication_required', expect.stringContaining('authentication')],
    ['pm_card_of_nobody', 'resource_missing', expect.stringContaining('No such PaymentMethod')],
  ])("with %s fails with the broker's reason", async (paymentMethod, code, message) => {
    const orderId = randomUUID()
    await payments.command('ProcessPayment', orderId, paymentMethod)
    await payments.untilSaid(orderId, 'PaymentFailed')
    expect(eventOf(orderId).data).toEqual({ orderId, code, message })
    expect(await payments.ledger(orderId)).toMatchObject({ charges: 0 })
  })

  it.each([
    ['pm_card_processing', 'PaymentSucceeded', 1],
    ['pm_card_processing_declined', 'PaymentFailed', 0],
  ] as const)('with %s waits for the bank, then says %s', async (paymentMethod, said, charges) => {
    const orderId = randomUUID()
    await payments.command('ProcessPayment', orderId, paymentMethod)
    await payments.untilSaid(orderId, said)
    expect(await payments.ledger(orderId)).toMatchObject({ charges })
  })

  const mandate = { acceptedAt: '2026-03-01T10:00:00.000Z', ipAddress: '192.0.2.1', userAgent: 'a browser' }

  it.each([
    ['pm_success_de', 'PaymentSucceeded', 1],
    ['pm_failed_de', 'PaymentFailed', 0],
  ] as const)('by a debit, %s, waits for the bank, then says %s', async (paymentMethod, said, charges) => {
    const orderId = randomUUID()
    await payments.command('ProcessPayment', orderId, paymentMethod, { paymentType: 'sepa-debit', mandate })
    await payments.untilSaid(orderId, said)
    expect(await payments.ledger(orderId)).toMatchObject({ charges })
    // The broker has it; here nobody needs it any more.
    expect(await rowOf(orderId)).toMatchObject({ payment_type: 'sepa-debit', mandate: null })
  })

  it('by a debit that nobody agreed to fails, and charges nothing', async () => {
    const orderId = randomUUID()
    await payments.command('ProcessPayment', orderId, 'pm_success_de', { paymentType: 'sepa-debit' })
    await payments.untilSaid(orderId, 'PaymentFailed')
    expect(await payments.ledger(orderId)).toMatchObject({ charges: 0 })
  })

  it.each([
    ['pm_card_hang', 'PaymentSucceeded', 1],
    ['pm_card_hang_declined', 'PaymentFailed', 0],
    ['pm_card_drop', 'PaymentSucceeded', 1],
    ['pm_card_drop_before', 'PaymentSucceeded', 1],
    ['pm_card_error', 'PaymentSucceeded', 1],
  ] as const)(
    'with %s, whose outcome is unknown at first, is asked for: %s',
    async (paymentMethod, said, charges) => {
      const orderId = randomUUID()
      await payments.command('ProcessPayment', orderId, paymentMethod)
      await payments.untilSaid(orderId, said)
      expect(await payments.ledger(orderId)).toMatchObject({ charges, refunded: 0 })
      expect((await payments.ledger(orderId)).intents).toHaveLength(1)
    },
  )

  it('is refunded once, however often that is asked for', async () => {
    const orderId = randomUUID()
    await payments.command('ProcessPayment', orderId)
    await payments.untilSaid(orderId, 'PaymentSucceeded')
    await payments.command('RefundPayment', orderId)
    await payments.command('RefundPayment', orderId)
    await until('it is refunded', () => payments.said(orderId).includes('PaymentRefunded'))
    expect(await payments.ledger(orderId)).toEqual({ charges: 1, intents: ['succeeded'], refunded: AMOUNT })
  })
})

describe('a payment whose process died between the intent and the outcome', () => {
  const leave = async (orderId: string, paymentMethod = 'pm_card_visa') => {
    const now = new Date()
    await payments.database.knex('payments').insert({
      order_id: orderId,
      status: 'processing',
      amount: AMOUNT,
      currency: 'EUR',
      payment_method: paymentMethod,
      attempts: 0,
      next_attempt_at: now,
      sequence: 0,
      created_at: now,
      updated_at: now,
    })
  }

  it('before the call is charged by whoever finds the row', async () => {
    const orderId = randomUUID()
    await leave(orderId)
    await payments.untilSaid(orderId, 'PaymentSucceeded')
    expect(await payments.ledger(orderId)).toMatchObject({ charges: 1 })
  })

  it('after the call is not charged again', async () => {
    const orderId = randomUUID()
    const charge = { orderId, amount: { amount: AMOUNT, currency: 'EUR' }, paymentMethod: 'pm_card_visa' }
    const broker = new StripeBroker(payments.brokerConfig)
    await broker.charge(charge)
    broker.close()
    await leave(orderId)
    await payments.untilSaid(orderId, 'PaymentSucceeded')
    expect(await payments.ledger(orderId)).toEqual({ charges: 1, intents: ['succeeded'], refunded: 0 })
  })
})

describe('a cancellation', () => {
  it('that comes before the payment keeps it from ever being charged', async () => {
    const orderId = randomUUID()
    await payments.command('CancelPayment', orderId)
    await payments.command('ProcessPayment', orderId)
    await payments.untilSaid(orderId, 'PaymentCancelled')
    expect(await payments.ledger(orderId)).toEqual({ charges: 0, intents: [], refunded: 0 })
  })

  it('that comes after the charge hears that it succeeded, each time', async () => {
    const orderId = randomUUID()
    await payments.command('ProcessPayment', orderId)
    await payments.untilSaid(orderId, 'PaymentSucceeded')
    await payments.command('CancelPayment', orderId)
    await payments.untilSaid(orderId, 'PaymentSucceeded', 'PaymentSucceeded')
    expect(eventOf(orderId).sequence).toBe(2)
  })

  it('that loses the race against a charge whose answer hangs hears the truth, and the refund follows', async () => {
    const orderId = randomUUID()
    await payments.command('ProcessPayment', orderId, 'pm_card_hang')
    await until('the broker charged', async () => (await payments.ledger(orderId)).charges === 1)
    await payments.command('CancelPayment', orderId)
    await payments.untilSaid(orderId, 'PaymentSucceeded')
    await payments.command('RefundPayment', orderId)
    await payments.untilSaid(orderId, 'PaymentSucceeded', 'PaymentRefunded')
    expect(await payments.ledger(orderId)).toEqual({ charges: 1, intents: ['succeeded'], refunded: AMOUNT })
  })

  it('that wins against a charge which never reached the broker makes sure that it never will', async () => {
    const orderId = randomUUID()
    await payments.command('ProcessPayment', orderId, 'pm_card_drop_before')
    await until('the call failed', async () => (await rowOf(orderId))?.attempts > 0, { everyMs: 10 })
    await payments.command('CancelPayment', orderId)
    await payments.untilSaid(orderId, 'PaymentCancelled')
    const broker = new StripeBroker(payments.brokerConfig)
    const amount = { amount: AMOUNT, currency: 'EUR' }
    await broker.charge({ orderId, amount, paymentMethod: 'pm_card_drop_before' })
    broker.close()
    expect(await payments.ledger(orderId)).toEqual({ charges: 0, intents: ['canceled'], refunded: 0 })
  })

  it('that comes while the bank takes its time hears what the bank said', async () => {
    const orderId = randomUUID()
    await payments.command('ProcessPayment', orderId, 'pm_card_processing')
    await until('the broker waits', async () =>
      (await payments.ledger(orderId)).intents.includes('processing'),
    )
    await payments.command('CancelPayment', orderId)
    await payments.untilSaid(orderId, 'PaymentSucceeded')
  })

  it('that comes in the same batch as its payment is decided once', async () => {
    const orderId = randomUUID()
    await Promise.all([
      payments.command('ProcessPayment', orderId),
      payments.command('CancelPayment', orderId),
    ])
    await until('it rests', async () => (await rowOf(orderId))?.next_attempt_at === null)
    const { charges } = await payments.ledger(orderId)
    expect(payments.said(orderId)[0]).toBe(charges === 1 ? 'PaymentSucceeded' : 'PaymentCancelled')
  })
})

describe('a broker that does not know us', () => {
  it('leaves the outcome unknown until somebody corrects the configuration', async () => {
    const broker = new StripeBroker({ ...payments.brokerConfig, PAYMENT_BROKER_SECRET_KEY: 'sk_test_wrong' })
    const charge = {
      orderId: randomUUID(),
      amount: { amount: AMOUNT, currency: 'EUR' },
      paymentMethod: 'pm_card_visa',
    }
    expect(await broker.charge(charge)).toMatchObject({ type: 'unknown', needsPerson: true })
    expect(await broker.withhold(charge)).toMatchObject({ type: 'unknown', needsPerson: true })
    broker.close()
  })
})
