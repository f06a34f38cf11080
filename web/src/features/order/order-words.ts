import { formatMoney } from '@aos/contracts/amounts'
import type { Order } from '@aos/contracts/http'
import { asSentence } from '../../shared/sentence.ts'

export interface StatusWords {
  headline: string
  text: string
  tone: 'going' | 'good' | 'trouble'
}

type Reason = NonNullable<Order['reason']>

const reasons: Record<Reason, string> = {
  unavailable: 'Something in it is no longer available in the number you wanted.',
  'price-changed': 'A price changed between the moment you saw it and the moment you ordered.',
  'payment-declined': 'The payment was declined.',
  customer: 'You cancelled it.',
  deadline: 'It took longer than we allow ourselves, so we called it off.',
  'shipment-failed': 'The carrier could not take the parcel.',
}

const words: Record<Order['status'], (order: Order) => StatusWords> = {
  placed: () => ({
    tone: 'going',
    headline: 'Thank you, we have your order',
    text: 'We are asking the warehouse for your items.',
  }),
  'awaiting-payment': ({ total }) => ({
    tone: 'going',
    headline: 'Your items are held for you',
    text: `The payment broker is being asked for ${formatMoney(total)}.`,
  }),
  approved: () => ({
    tone: 'good',
    headline: 'Order approved',
    text: 'It is paid for, and being made ready for the carrier.',
  }),
  shipped: () => ({ tone: 'good', headline: 'On its way to you', text: 'The carrier has your parcel.' }),
  delivered: () => ({ tone: 'good', headline: 'Delivered', text: 'We hope you enjoy it.' }),
  rejected: (order) => ({
    tone: 'trouble',
    headline: 'We could not take this order',
    text: `${because(order)} ${moneyBack(order)}`,
  }),
  cancelling: () => ({
    tone: 'going',
    headline: 'Calling it off…',
    text: 'We are stopping what is under way; nothing you paid is lost.',
  }),
  cancelled: (order) => ({
    tone: 'trouble',
    headline: 'Order cancelled',
    text: `${because(order)} ${moneyBack(order)}`,
  }),
}

export const statusWords = (order: Order): StatusWords => words[order.status](order)

/** A changed price explains itself; the other reasons have something particular to say. */
const because = ({ reason, detail }: Order): string =>
  [reason && reasons[reason], reason !== 'price-changed' && detail && asSentence(detail)]
    .filter(Boolean)
    .join(' ')

const moneyBack = ({ journey, total }: Order): string =>
  journey.some(({ type }) => type === 'PaymentRefunded')
    ? `Your ${formatMoney(total)} went back to you in full.`
    : 'Nothing was charged.'
