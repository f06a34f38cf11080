import type { Order } from '@aos/contracts/http'
import { money } from '../../shared/format.ts'
import { order as words } from '../../shared/messages/order.ts'
import { moneyWords } from './money-words.ts'
import { cameTooLate, has, shortagesIn } from './order-facts.ts'

export interface StatusWords {
  headline: string
  /** What is so, or happens, now. */
  now: string
  /** What comes after that. */
  next?: string
  tone: 'going' | 'good' | 'trouble'
}

const byStatus: Record<Order['status'], (order: Order) => StatusWords> = {
  placed: () => ({ tone: 'going', ...words.status.placed }),
  'awaiting-payment': ({ total, customer }) => {
    const { headline, now, next } = words.status.awaitingPayment
    return { tone: 'going', headline, now: now(money(total)), next: next(customer.email) }
  },
  approved: (order) => {
    const { headline, booked, packing, next } = words.status.approved
    const now = has(order, 'ShipmentBooked') ? booked : packing
    return { tone: 'good', headline, now, next: next(order.customer.email) }
  },
  shipped: (order) => ({
    tone: 'good',
    ...words.status.shipped,
    now: withLateWish(order, words.status.shipped.now),
  }),
  delivered: (order) => ({
    tone: 'good',
    ...words.status.delivered,
    now: withLateWish(order, words.status.delivered.now),
  }),
  rejected: (order) => ({ tone: 'trouble', ...words.status.rejected, now: ending(order) }),
  cancelling: (order) => {
    const { headline, next } = words.status.cancelling
    return { tone: 'going', headline, now: whatIsStopped(order), next }
  },
  cancelled: (order) => ({ tone: 'trouble', ...words.status.cancelled, now: ending(order) }),
}

export const statusWords = (order: Order): StatusWords => byStatus[order.status](order)

/** How an order that came to nothing can still come to something. */
export const wayOn = ({ status, reason }: Order): string | undefined =>
  reason && (status === 'rejected' || status === 'cancelled') ? words.waysOn[reason] : undefined

const ending = (order: Order): string => `${because(order)} ${moneyWords(order).long}`

const because = (order: Order): string =>
  [order.reason && words.reasons[order.reason], particulars(order)].filter(Boolean).join(' ')

/** A changed price explains itself, and what was short is listed; the others have something of their own to say. */
const particulars = (order: Order): string | undefined =>
  order.detail && order.reason !== 'price-changed' && shortagesIn(order).length === 0
    ? words.detail(order.detail, order.reason)
    : undefined

function whatIsStopped(order: Order): string {
  if (has(order, 'RefundPayment')) return moneyWords(order).long
  const { parcel, payment } = words.status.cancelling
  return has(order, 'CancelShipment') ? parcel : payment
}

const withLateWish = (order: Order, now: string): string =>
  cameTooLate(order) ? `${now} ${words.status.tooLate}` : now
