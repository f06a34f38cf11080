import type { MessageType } from '@aos/contracts/messages'
import { termsOf, usualPricing } from '@aos/contracts/pricing'
import { sampleData } from '@aos/tests/harness/samples'
import type { Deadlines, Order, Stimulus } from './order.ts'

export const now = new Date('2026-03-01T10:00:00.000Z')

export const deadlines: Deadlines = {
  placed: 1_000,
  'awaiting-payment': 2_000,
  'awaiting-slow-payment': 4_000,
  cancelling: 3_000,
}

const { customer, lines, total, totals } = sampleData('OrderApproved')

/** An order as it stands in its status, where the overrides do not say otherwise. */
export function anOrder(overrides: Partial<Order> = {}): Order {
  const { status = 'placed' } = overrides
  return {
    id: '0198f2c0-0000-7000-8000-000000000001',
    status,
    cancelStage: undefined,
    reason: undefined,
    detail: undefined,
    lines: status === 'placed' ? lines.map(({ sku, quantity }) => ({ sku, quantity })) : lines,
    total,
    // Its items cost so much that the standard delivery is free.
    terms: termsOf(usualPricing, 'standard'),
    totals: status === 'placed' ? undefined : totals,
    customer,
    paymentMethod: 'pm_card_visa',
    paymentType: undefined,
    mandate: undefined,
    trackingNumber: undefined,
    refunded: undefined,
    journey: [{ position: 1, type: 'OrderPlaced', at: '2026-03-01T09:59:00.000Z' }],
    sequence: 1,
    deadlineAt: undefined,
    placedAt: new Date('2026-03-01T09:59:00.000Z'),
    ...overrides,
  }
}

/** What may come to an order, with data that fits it. */
export function aStimulus(type: Stimulus['type'], { id }: Pick<Order, 'id'> = anOrder()): Stimulus {
  if (type === 'CancellationRequested' || type === 'DeadlinePassed') return { type }
  return { type, data: sampleData(type as MessageType, id) } as Stimulus
}
