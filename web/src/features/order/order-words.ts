import { formatMoney } from '@aos/contracts/amounts'
import type { Order } from '@aos/contracts/http'
import { asSentence } from '../../shared/sentence.ts'
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

type Reason = NonNullable<Order['reason']>

const reasons: Record<Reason, string> = {
  unavailable: 'Something in it is no longer available in the number you wanted.',
  'price-changed':
    'A price changed between the moment you saw it and the moment you ordered, and you should not pay what you have not seen.',
  'payment-declined': 'The payment was declined.',
  customer: 'You cancelled it.',
  deadline: 'It took longer than we allow ourselves, so we called it off. We are sorry.',
  'shipment-failed': 'The shipment company could not carry your parcel. We are sorry.',
}

const waysOn: Record<Reason, string> = {
  unavailable: 'Put the rest back into your cart, and take as many as there are.',
  'price-changed': 'Put the items back into your cart to see what they cost today.',
  'payment-declined':
    'Put the items back into your cart and pay with another card, or ask your bank what it was.',
  customer: 'If you change your mind again, put the items back into your cart.',
  deadline: 'Put the items back into your cart to try once more.',
  'shipment-failed': 'Put the items back into your cart to try once more, perhaps to another address.',
}

const words: Record<Order['status'], (order: Order) => StatusWords> = {
  placed: () => ({
    tone: 'going',
    headline: 'Thank you, we have your order',
    now: 'We are setting your items aside.',
    next: 'the payment. This page follows along by itself.',
  }),
  'awaiting-payment': ({ total, customer }) => ({
    tone: 'going',
    headline: 'Your items are set aside',
    now: `Your payment of ${formatMoney(total)} is going through. Some banks take a moment.`,
    next: `we pack your parcel, and write to ${customer.email}.`,
  }),
  approved: (order) => ({
    tone: 'good',
    headline: 'Your order is confirmed',
    now: has(order, 'ShipmentBooked')
      ? 'It is paid for, and the shipment company is coming for your parcel.'
      : 'It is paid for, and we are packing it.',
    next: `it leaves, and we write to ${order.customer.email} when it does.`,
  }),
  shipped: (order) => ({
    tone: 'good',
    headline: 'On its way to you',
    now: `The shipment company has your parcel.${lateWish(order)}`,
    next: 'it arrives, and we write to you when it does.',
  }),
  delivered: (order) => ({
    tone: 'good',
    headline: 'Delivered',
    now: `We hope you enjoy it.${lateWish(order)}`,
  }),
  rejected: (order) => ({ tone: 'trouble', headline: 'We could not take this order', now: ending(order) }),
  cancelling: (order) => ({
    tone: 'going',
    headline: 'Calling it off…',
    now: whatIsStopped(order),
    next: 'we tell you here and by e-mail how it ended.',
  }),
  cancelled: (order) => ({ tone: 'trouble', headline: 'Order cancelled', now: ending(order) }),
}

export const statusWords = (order: Order): StatusWords => words[order.status](order)

/** How an order that came to nothing can still come to something. */
export const wayOn = ({ status, reason }: Order): string | undefined =>
  reason && (status === 'rejected' || status === 'cancelled') ? waysOn[reason] : undefined

const ending = (order: Order): string => `${because(order)} ${moneyWords(order).long}`

const because = (order: Order): string =>
  [order.reason && reasons[order.reason], particulars(order)].filter(Boolean).join(' ')

/** A changed price explains itself, and what was short is listed; the others have something of their own to say. */
const particulars = (order: Order): string | undefined =>
  order.detail && order.reason !== 'price-changed' && shortagesIn(order).length === 0
    ? asSentence(order.detail)
    : undefined

function whatIsStopped(order: Order): string {
  if (has(order, 'RefundPayment')) return moneyWords(order).long
  if (has(order, 'CancelShipment'))
    return 'We are stopping the parcel. If that works, all of your money goes back to you.'
  return 'We are stopping the payment. If your bank was faster, all of your money goes back to you.'
}

const lateWish = (order: Order): string =>
  cameTooLate(order) ? ' You asked to cancel, but it had already left.' : ''
