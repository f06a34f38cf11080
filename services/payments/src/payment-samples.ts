import type { BrokerOutcome } from './broker.ts'
import { decide, type PaymentCommand } from './payment.ts'
import type { Payment, PaymentStatus } from './payment-state.ts'

/** Builders for tests, with overrides. */
export const ORDER = '0190a000-0000-7000-8000-000000000001'
export const NOW = new Date('2026-03-01T10:00:00Z')

export const HOUR = 3_600_000
export const later = (ms: number): Date => new Date(NOW.getTime() + ms)

const samples = {
  ProcessPayment: {
    amount: { amount: 7_800, currency: 'EUR' },
    paymentMethod: 'pm_card_visa',
    customer: { name: 'Ada Example', email: 'ada@example.com' },
  },
  CancelPayment: {},
  RefundPayment: {},
}

export const aCommand = (type: PaymentCommand['type'], orderId = ORDER): PaymentCommand =>
  ({
    id: '0190a000-0000-7000-8000-000000000002',
    type,
    data: { orderId, ...samples[type] },
    time: NOW.toISOString(),
    sequence: 1,
    traceparent: undefined,
  }) as PaymentCommand

export const outcomes: { [T in BrokerOutcome['type']]: BrokerOutcome & { type: T } } = {
  charged: { type: 'charged', reference: 'pi_1' },
  pending: { type: 'pending', reference: 'pi_1' },
  declined: { type: 'declined', reference: 'pi_1', code: 'lost_card', message: 'Your card was declined.' },
  'called-off': { type: 'called-off', reference: 'pi_1' },
  returned: { type: 'returned', reference: 'pi_1' },
  absent: { type: 'absent' },
  unknown: { type: 'unknown', because: 'the connection dropped', needsPerson: false },
}

const howToGetThere: Record<PaymentStatus, (PaymentCommand['type'] | BrokerOutcome['type'])[]> = {
  processing: ['ProcessPayment'],
  succeeded: ['ProcessPayment', 'charged'],
  failed: ['ProcessPayment', 'declined'],
  cancelling: ['ProcessPayment', 'CancelPayment'],
  cancelled: ['ProcessPayment', 'CancelPayment', 'called-off'],
  refunding: ['ProcessPayment', 'charged', 'RefundPayment'],
  refunded: ['ProcessPayment', 'charged', 'RefundPayment', 'returned'],
}

export const heardOf = (
  type: PaymentCommand['type'] | BrokerOutcome['type'],
): PaymentCommand | BrokerOutcome =>
  type === 'ProcessPayment' || type === 'CancelPayment' || type === 'RefundPayment'
    ? aCommand(type)
    : outcomes[type]

/** A payment that came to its status as payments do. */
export function aPayment(status: PaymentStatus, given: Partial<Payment> = {}): Payment {
  let payment: Payment | undefined
  for (const type of howToGetThere[status]) {
    const decision = decide(payment, heardOf(type), NOW)
    if ('ignored' in decision) throw new Error(decision.ignored)
    payment = decision.payment
  }
  return { ...(payment as Payment), ...given }
}
