import { termsOf, usualPricing } from '@aos/contracts/pricing'
import { describe, expect, it } from 'vitest'
import { type CancelStage, decide, type Order, place, type Stimulus } from './order.ts'
import { anOrder, aStimulus, deadlines, now } from './order-samples.ts'

const aCancellingOrder = (cancelStage: CancelStage): Order =>
  anOrder({ status: 'cancelling', cancelStage, reason: 'customer' })

/** What came of it, for tests that know that it was not ignored. */
function became(order: Order, stimulus: Stimulus | Stimulus['type']) {
  const full = typeof stimulus === 'string' ? aStimulus(stimulus, order) : stimulus
  const decision = decide(order, full, now, deadlines)
  if ('ignored' in decision) throw new Error(`ignored: ${decision.ignored}`)
  return decision
}

describe('placing', () => {
  const { id, lines, total, terms, customer, paymentMethod, paymentType, mandate } = anOrder()
  const { order, messages: said } = place(
    { id, lines, total, terms, customer, paymentMethod, paymentType, mandate },
    now,
    deadlines,
  )

  it('asks stock for the items', () => {
    expect(said).toEqual([{ type: 'ReserveItems', data: { orderId: id, lines } }])
  })

  it('begins the journey, the count of messages and the first deadline', () => {
    expect(order).toMatchObject({
      status: 'placed',
      sequence: 1,
      placedAt: now,
      deadlineAt: new Date(now.getTime() + 1_000),
      journey: [
        { position: 1, type: 'OrderPlaced' },
        { position: 2, type: 'ReserveItems' },
      ],
    })
  })
})

describe('what is said', () => {
  const { id, total, customer } = anOrder()
  const contact = { name: customer.name, email: customer.email }

  it('asks for the total that the customer was shown', () => {
    expect(became(anOrder(), 'ItemsReserved').messages[0]?.data).toEqual({
      orderId: id,
      amount: total,
      paymentMethod: 'pm_card_visa',
      customer: contact,
    })
  })

  it.each([
    { amount: total.amount + 1, currency: total.currency },
    { amount: total.amount - 1, currency: total.currency },
    { amount: total.amount, currency: 'USD' },
  ])('rejects, and charges nothing, when the items cost %o', (other) => {
    const { lines } = anOrder({ status: 'approved' })
    const stimulus = { type: 'ItemsReserved', data: { orderId: id, lines, total: other } } as Stimulus
    const { order, messages } = became(anOrder(), stimulus)
    expect(order).toMatchObject({ status: 'rejected', reason: 'price-changed', total })
    expect(messages).toMatchObject([{ type: 'OrderRejected', data: { reason: 'price-changed', total } }])
  })

  describe('of an order with a delivery that costs something', () => {
    const eur = (amount: number) => ({ amount, currency: 'EUR' })
    const terms = termsOf(usualPricing, 'express')
    const placed = (amount: number) => anOrder({ terms, total: eur(amount) })

    it('asks for items and delivery, and keeps what they are', () => {
      const { order, messages } = became(placed(9_090), 'ItemsReserved')
      expect(messages[0]?.data).toMatchObject({ amount: eur(9_090) })
      expect(order.totals).toEqual({ items: total, delivery: eur(1_290), tax: eur(1_451) })
    })

    it('tells them, when it is approved', () => {
      const { order } = became(placed(9_090), 'ItemsReserved')
      expect(became(order, 'PaymentSucceeded').messages[0]?.data).toMatchObject({
        total: eur(9_090),
        delivery: { id: 'express', name: 'Express' },
        totals: { delivery: eur(1_290) },
        tax: { name: 'VAT', rate: 19, included: true },
      })
    })

    it.each([7_800, 9_089, 9_091])('rejects it, and charges nothing, when %i was shown', (shown) => {
      const { order, messages } = became(placed(shown), 'ItemsReserved')
      expect(order).toMatchObject({ status: 'rejected', reason: 'price-changed', totals: undefined })
      expect(messages).toMatchObject([{ type: 'OrderRejected' }])
    })

    it('adds the tax where prices are without it', () => {
      const tax = { name: 'Sales tax', rate: 10, included: false }
      const order = anOrder({ terms: terms && { ...terms, tax }, total: eur(9_999) })
      expect(became(order, 'ItemsReserved').order.totals?.tax).toEqual(eur(909))
    })
  })

  it('asks for the items alone in an order from before there was a choice of delivery', () => {
    const { order, messages } = became(anOrder({ terms: undefined }), 'ItemsReserved')
    expect(messages[0]?.data).toMatchObject({ amount: total })
    expect(order.totals).toBeUndefined()
    const approved = became(order, 'PaymentSucceeded').messages[0]?.data
    expect(Object.keys(approved ?? {})).toEqual(['orderId', 'customer', 'lines', 'total'])
  })

  describe('of an order that comes to nothing', () => {
    const customer = { ...anOrder().customer, language: 'de' }
    const { lines, totals } = anOrder({ status: 'approved' })
    const shown = { customer: { ...contact, language: 'de' }, lines, total, tax: { name: 'VAT' } }

    it('shows what was in it, in which language to say so, and what is left of it', () => {
      const { messages } = became(anOrder({ customer }), 'ItemsUnavailable')
      const shortages = [{ sku: 'KET-001', requested: 2, left: 1 }]
      expect(messages[0]?.data).toMatchObject({ ...shown, totals, reason: 'unavailable', shortages })
      expect(messages[0]?.data).not.toHaveProperty('customer.address')
    })

    it('shows the lines without prices where a stock of before says none', () => {
      const shortages = [{ sku: 'KET-001', requested: 2, left: 1 }]
      const stimulus = { type: 'ItemsUnavailable', data: { orderId: id, shortages } } as const
      const { messages } = became(anOrder(), stimulus)
      expect(messages[0]?.data).toMatchObject({ lines: anOrder().lines })
    })

    it('leaves out what the total is made of where prices no longer come to it', () => {
      const total = { amount: 7_900, currency: 'EUR' }
      const { messages } = became(anOrder({ total }), 'ItemsUnavailable')
      expect(messages[0]?.data).toMatchObject({ total, lines })
      expect(messages[0]?.data).not.toHaveProperty('totals')
    })

    it('shows the prices that it met when they changed', () => {
      const dearer = lines.map((line) => ({ ...line, unitPrice: 4_000 }))
      const stimulus = {
        type: 'ItemsReserved',
        data: { orderId: id, lines: dearer, total: { amount: 8_000, currency: 'EUR' } },
      } as Stimulus
      const { messages } = became(anOrder({ customer }), stimulus)
      expect(messages[0]?.data).toMatchObject({
        ...shown,
        lines: dearer,
        totals: { items: { amount: 8_000 } },
      })
    })

    it.each([
      ['a payment that failed', 'awaiting-payment', 'PaymentFailed'],
      ['a deadline', 'placed', 'DeadlinePassed'],
      ['a wish to cancel', 'placed', 'CancellationRequested'],
    ] as const)('shows them after %s', (_, status, stimulus) => {
      const order = anOrder({ status, customer, lines, totals })
      expect(became(order, stimulus).messages[0]?.data).toMatchObject({ ...shown, totals })
    })

    it('tells what the shipment company said', () => {
      const order = anOrder({
        status: 'cancelling',
        cancelStage: 'refund',
        reason: 'shipment-failed',
        detail: 'the parcel was lost',
      })
      expect(became(order, 'PaymentRefunded').messages[0]?.data).toMatchObject({
        reason: 'shipment-failed',
        detail: 'the parcel was lost',
      })
    })
  })

  it('tells payments of a debit who agreed to it', () => {
    const mandate = { acceptedAt: now.toISOString(), ipAddress: '192.0.2.1', userAgent: 'a browser' }
    const debit = anOrder({ paymentType: 'sepa-debit', mandate })
    expect(became(debit, 'ItemsReserved').messages[0]?.data).toMatchObject({
      paymentType: 'sepa-debit',
      mandate,
    })
  })

  it('rejects with the reason of the payment broker', () => {
    const { order, messages } = became(anOrder({ status: 'awaiting-payment' }), 'PaymentFailed')
    const because = { reason: 'payment-declined', detail: 'Your card was declined.' }
    expect(order).toMatchObject(because)
    expect(order.journey.at(-2)).toMatchObject({ type: 'PaymentFailed', note: because.detail })
    expect(messages[0]?.data).toMatchObject({ orderId: id, customer: contact, total, ...because })
  })

  it('rejects with what is short', () => {
    expect(became(anOrder(), 'ItemsUnavailable').order.detail).toBe('KET-001: 2 wanted, 1 left')
  })

  it('cancels with the reason that began it', () => {
    const wished = became(anOrder({ status: 'awaiting-payment' }), 'CancellationRequested').order
    const overdue = became(anOrder({ status: 'awaiting-payment' }), 'DeadlinePassed').order
    const refused = became(anOrder({ status: 'approved' }), 'ShipmentFailed').order
    expect(became(wished, 'PaymentCancelled').messages[0]?.data).toMatchObject({ reason: 'customer' })
    expect(became(overdue, 'PaymentCancelled').messages[0]?.data).toMatchObject({ reason: 'deadline' })
    expect(became(refused, 'PaymentRefunded').messages[0]?.data).toMatchObject({ reason: 'shipment-failed' })
    expect(became(refused, 'PaymentRefunded').order.detail).toBe('The parcel was lost.')
  })

  it('tells how much was returned, and only then', () => {
    const returned = became(aCancellingOrder('refund'), 'PaymentRefunded')
    expect(returned.order.refunded).toEqual(total)
    expect(returned.messages[0]?.data).toMatchObject({ refunded: total })
    const free = became(aCancellingOrder('payment'), 'PaymentCancelled')
    expect(free.messages[0]?.data).not.toHaveProperty('refunded')
  })

  it('returns a late charge once', () => {
    const { order } = became(anOrder({ status: 'cancelled', reason: 'customer' }), 'PaymentRefunded')
    const reaction = (type: Stimulus['type']) => decide(order, aStimulus(type, order), now, deadlines)
    expect(reaction('PaymentSucceeded')).toEqual({ ignored: 'the charge has been returned already' })
    expect(reaction('PaymentRefunded')).toEqual({ ignored: 'the refund is known already' })
  })

  it('forgets the wish to cancel that came too late', () => {
    const { order } = became(aCancellingOrder('shipment'), 'ShipmentDispatched')
    expect(order).toMatchObject({ status: 'shipped', reason: undefined, cancelStage: undefined })
  })
})

describe('deadlines', () => {
  const afterMs = ({ deadlineAt }: Order) => deadlineAt && deadlineAt.getTime() - now.getTime()

  it.each([
    ['while payments are awaited', became(anOrder(), 'ItemsReserved').order, 2_000],
    [
      'longer while a bank has days to pay',
      became(anOrder({ paymentType: 'sepa-debit' }), 'ItemsReserved').order,
      4_000,
    ],
    ['while cancelling', became(anOrder({ status: 'approved' }), 'CancellationRequested').order, 3_000],
    [
      'no more once approved',
      became(anOrder({ status: 'awaiting-payment' }), 'PaymentSucceeded').order,
      undefined,
    ],
    ['no more once cancelled', became(anOrder(), 'CancellationRequested').order, undefined],
  ])('%s', (_, order, ms) => expect(afterMs(order)).toBe(ms))

  it('begin anew when the owner is asked again, and the journey does not tell of it', () => {
    const deadlineAt = new Date(now.getTime() - 1)
    const cancelling = became(anOrder({ status: 'awaiting-payment' }), 'CancellationRequested').order
    const { order } = became({ ...cancelling, deadlineAt }, 'DeadlinePassed')
    expect(afterMs(order)).toBe(3_000)
    expect(order.journey).toEqual(cancelling.journey)
  })

  it('do not move for what is only noted', () => {
    const deadlineAt = new Date(now.getTime() + 5)
    expect(became(anOrder({ deadlineAt }), 'CustomerNotified').order.deadlineAt).toEqual(deadlineAt)
  })
})
