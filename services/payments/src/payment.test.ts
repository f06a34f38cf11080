import { describe, expect, it } from 'vitest'
import type { BrokerOutcome } from './broker.ts'
import { nextStep } from './next-step.ts'
import { decide, type PaymentCommand } from './payment.ts'
import { aCommand, aPayment, HOUR, heardOf, later, NOW, ORDER, outcomes } from './payment-samples.ts'
import type { Payment, PaymentStatus } from './payment-state.ts'

type Heard = PaymentCommand['type'] | BrokerOutcome['type']

/** `status says Message`; a bare status says nothing; `-` is ignored. */
const table: Record<PaymentStatus | 'none', Record<Heard, string>> = {
  none: {
    ProcessPayment: 'processing',
    CancelPayment: 'cancelled says PaymentCancelled',
    RefundPayment: 'cancelled says PaymentCancelled',
    charged: '-',
    pending: '-',
    declined: '-',
    'called-off': '-',
    returned: '-',
    absent: '-',
    unknown: '-',
  },
  processing: {
    ProcessPayment: '-',
    CancelPayment: 'cancelling',
    RefundPayment: 'cancelling',
    charged: 'succeeded says PaymentSucceeded',
    pending: 'processing',
    declined: 'failed says PaymentFailed',
    'called-off': 'failed says PaymentFailed',
    returned: '-',
    absent: 'processing',
    unknown: 'processing',
  },
  succeeded: {
    ProcessPayment: '-',
    CancelPayment: 'succeeded says PaymentSucceeded',
    RefundPayment: 'refunding',
    charged: '-',
    pending: '-',
    declined: '-',
    'called-off': '-',
    returned: 'refunded says PaymentRefunded',
    absent: '-',
    unknown: '-',
  },
  failed: {
    ProcessPayment: '-',
    CancelPayment: 'failed says PaymentFailed',
    RefundPayment: 'failed says PaymentFailed',
    charged: 'refunding',
    pending: '-',
    declined: '-',
    'called-off': '-',
    returned: '-',
    absent: '-',
    unknown: '-',
  },
  cancelling: {
    ProcessPayment: '-',
    CancelPayment: '-',
    RefundPayment: '-',
    charged: 'succeeded says PaymentSucceeded',
    pending: 'cancelling',
    declined: 'failed says PaymentFailed',
    'called-off': 'cancelled says PaymentCancelled',
    returned: '-',
    absent: 'cancelling',
    unknown: 'cancelling',
  },
  cancelled: {
    ProcessPayment: '-',
    CancelPayment: 'cancelled says PaymentCancelled',
    RefundPayment: 'cancelled says PaymentCancelled',
    charged: 'refunding',
    pending: '-',
    declined: '-',
    'called-off': '-',
    returned: '-',
    absent: '-',
    unknown: '-',
  },
  refunding: {
    ProcessPayment: '-',
    CancelPayment: '-',
    RefundPayment: '-',
    charged: '-',
    pending: '-',
    declined: '-',
    'called-off': '-',
    returned: 'refunded says PaymentRefunded',
    absent: '-',
    unknown: 'refunding',
  },
  refunded: {
    ProcessPayment: '-',
    CancelPayment: 'refunded says PaymentRefunded',
    RefundPayment: 'refunded says PaymentRefunded',
    charged: '-',
    pending: '-',
    declined: '-',
    'called-off': '-',
    returned: '-',
    absent: '-',
    unknown: '-',
  },
}

const rows = Object.entries(table).flatMap(([status, expectations]) =>
  Object.entries(expectations).map(([heard, expected]) => ({ status, heard, expected })),
) as { status: PaymentStatus | 'none'; heard: Heard; expected: string }[]

const paymentIn = (status: PaymentStatus | 'none') => (status === 'none' ? undefined : aPayment(status))

function outlineOf(payment: Payment | undefined, heard: PaymentCommand | BrokerOutcome, now = NOW): string {
  const decision = decide(payment, heard, now)
  if ('ignored' in decision) return '-'
  const said = decision.messages.map(({ type }) => ` says ${type}`)
  return `${decision.payment.status}${said.join('')}`
}

function changed(payment: Payment | undefined, heard: PaymentCommand | BrokerOutcome, now = NOW): Payment {
  const decision = decide(payment, heard, now)
  if ('ignored' in decision) throw new Error(`ignored because ${decision.ignored}`)
  return decision.payment
}

describe('a payment', () => {
  it.each(rows)('that is $status, on $heard: $expected', ({ status, heard, expected }) => {
    expect(outlineOf(paymentIn(status), heardOf(heard))).toBe(expected)
  })

  it.each(rows)('that is $status counts what it says on $heard', ({ status, heard }) => {
    const before = paymentIn(status)
    const decision = decide(before, heardOf(heard), NOW)
    if ('ignored' in decision) return
    const first = before?.sequence ?? 0
    expect(decision.messages.map(({ sequence }) => sequence)).toEqual(
      decision.messages.map((_, i) => first + i + 1),
    )
    expect(decision.payment.sequence).toBe(first + decision.messages.length)
  })

  it.each(rows)(
    'has something to do exactly when it is under way: $status on $heard',
    ({ status, heard }) => {
      const decision = decide(paymentIn(status), heardOf(heard), NOW)
      if ('ignored' in decision) return
      const { nextAttemptAt } = decision.payment
      expect(nextStep(decision.payment, NOW) === 'none').toBe(nextAttemptAt === undefined)
    },
  )

  it('says with which amount and under which name it succeeded', () => {
    const decision = decide(aPayment('processing'), outcomes.charged, NOW)
    expect(decision).toMatchObject({
      messages: [
        {
          type: 'PaymentSucceeded',
          data: { orderId: ORDER, amount: { amount: 7_800, currency: 'EUR' }, brokerReference: 'pi_1' },
        },
      ],
    })
  })

  it("says the broker's reason when it failed", () => {
    const decision = decide(aPayment('processing'), outcomes.declined, NOW)
    expect(decision).toMatchObject({
      messages: [{ data: { code: 'lost_card', message: 'Your card was declined.' } }],
    })
  })

  it('is asked for later and later while the outcome is unknown, a minute at most', () => {
    let payment = aPayment('processing')
    const waits: number[] = []
    for (let i = 0; i < 8; i++) {
      payment = changed(payment, outcomes.unknown)
      waits.push(((payment.nextAttemptAt?.getTime() ?? 0) - NOW.getTime()) / 1000)
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60])
  })

  it('that is cancelling is cancelled by name as soon as a pending charge tells it', () => {
    const named = changed(aPayment('cancelling'), outcomes.pending)
    expect(named).toMatchObject({ brokerReference: 'pi_1', nextAttemptAt: NOW })
    expect(changed(named, outcomes.pending).nextAttemptAt).toEqual(later(1000))
  })

  it('ignores what is told about another charge, unless that one took money', () => {
    const failed = aPayment('failed')
    expect(outlineOf(failed, { type: 'called-off', reference: 'pi_2' })).toBe('-')
    expect(changed(failed, { type: 'charged', reference: 'pi_2' })).toMatchObject({
      status: 'refunding',
      brokerReference: 'pi_2',
    })
  })

  it('believes that the broker knows nothing only when its search cannot lag any more', () => {
    expect(outlineOf(aPayment('processing'), outcomes.absent, later(20 * HOUR))).toBe('processing')
    expect(outlineOf(aPayment('processing'), outcomes.absent, later(22 * HOUR))).toBe(
      'failed says PaymentFailed',
    )
    expect(outlineOf(aPayment('cancelling'), outcomes.absent, later(22 * HOUR))).toBe(
      'cancelled says PaymentCancelled',
    )
  })

  it("continues the trace of the command that it follows, or keeps its order's", () => {
    const processing = aPayment('processing', { traceparent: 'one' })
    expect(changed(processing, { ...aCommand('CancelPayment'), traceparent: 'two' }).traceparent).toBe('two')
    expect(changed(processing, aCommand('CancelPayment')).traceparent).toBe('one')
  })
})

describe('the next step', () => {
  const named = { brokerReference: 'pi_1' }
  it.each([
    ['charge', aPayment('processing'), 0],
    ['find', aPayment('processing'), 21],
    ['look', aPayment('processing', named), 21],
    ['withhold', aPayment('cancelling'), 0],
    ['find', aPayment('cancelling'), 21],
    ['cancel', aPayment('cancelling', named), 21],
    ['refund', aPayment('refunding'), 21],
    ['none', aPayment('succeeded'), 0],
  ])('is to %s', (step, payment, ageHours) => {
    expect(nextStep(payment, later(ageHours * HOUR))).toBe(step)
  })
})
