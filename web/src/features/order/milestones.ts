import type { Order } from '@aos/contracts/http'
import type { JourneyEntryType } from '@aos/contracts/journey'
import { moneyWords } from './money-words.ts'
import { cameTooLate, firstOf, has, isCalledOff } from './order-facts.ts'

export interface Milestone {
  /** The same while it goes from to come to done. */
  id: string
  title: string
  state: 'done' | 'now' | 'next'
  trouble?: boolean
  at?: string | undefined
  text?: string
}

interface Stretch {
  doneBy: JourneyEntryType
  /** How it is called when it is over, under way, and to come. */
  titles: Record<Milestone['state'], string>
}

const stretch = (doneBy: JourneyEntryType, done: string, now: string, next: string): Stretch => ({
  doneBy,
  titles: { done, now, next },
})

/** An order's way as its shopper sees it; the services' way is in journey-steps.ts. */
const way: Stretch[] = [
  stretch('OrderPlaced', 'Order placed', 'Placing your order', 'Order placed'),
  stretch('ItemsReserved', 'Items set aside for you', 'Setting your items aside', 'Items set aside'),
  stretch('PaymentSucceeded', 'Payment received', 'Waiting for your payment', 'Payment'),
  stretch('ItemsPicked', 'Packed', 'Packing your parcel', 'Packing'),
  stretch('ShipmentDispatched', 'Picked up by the shipment company', 'Waiting to be picked up', 'Pick-up'),
  stretch('ShipmentDelivered', 'Delivered', 'On its way to you', 'Delivery'),
]

/** What was done, what is now, what comes: never more than a screen of it. */
export function milestones(order: Order): Milestone[] {
  const reached = way.findLastIndex(({ doneBy }) => has(order, doneBy))
  const done = way.slice(0, reached + 1).map((one) => doneMilestone(order, one))
  if (isCalledOff(order)) return [...done, ...ending(order)]
  const [now, ...next] = way.slice(reached + 1)
  return [
    ...done,
    ...(now ? [{ id: now.doneBy, title: now.titles.now, state: 'now' as const }] : []),
    ...next.map(({ doneBy, titles }) => ({ id: doneBy, title: titles.next, state: 'next' as const })),
  ]
}

/** Messages overtake each other: what comes later on the way says that this was done, though not when. */
function doneMilestone(order: Order, { doneBy, titles }: Stretch): Milestone {
  const tooLate = doneBy === 'ShipmentDispatched' && cameTooLate(order)
  return {
    id: doneBy,
    title: titles.done,
    state: 'done',
    at: firstOf(order, doneBy)?.at,
    ...(tooLate && { text: 'Your wish to cancel came when it had already left.' }),
  }
}

function ending(order: Order): Milestone[] {
  const money = moneyWords(order)
  const end = firstOf(order, 'OrderRejected') ?? firstOf(order, 'OrderCancelled')
  const moneyStep: Milestone = {
    id: 'money',
    title: money.short,
    state: money.at ? 'done' : 'now',
    at: money.at,
  }
  if (!end) return [...causes(order), { id: 'stopping', title: stopping(order), state: 'now' }]
  if (order.status === 'rejected') return [...causes(order), moneyStep]
  const isMoneyFirst = money.at !== undefined && money.at < end.at
  return [...causes(order), ...(isMoneyFirst ? [moneyStep, called(end.at)] : [called(end.at), moneyStep])]
}

const called = (at: string): Milestone => trouble('OrderCancelled', 'Order cancelled', at)

const causesInWords: [JourneyEntryType, string][] = [
  ['ItemsUnavailable', 'Not enough left of your items'],
  ['PaymentFailed', 'Payment declined'],
  ['CancellationRequested', 'You asked to cancel'],
  ['DeadlinePassed', 'It took too long'],
  ['ShipmentFailed', 'The shipment company could not carry it'],
]

/** Why it came to nothing, in the order in which it happened. */
function causes(order: Order): Milestone[] {
  const rejectedAt = firstOf(order, 'OrderRejected')?.at
  if (order.reason === 'price-changed') return [trouble('PriceChanged', 'A price had changed', rejectedAt)]
  if (order.status === 'rejected' && has(order, 'PaymentCancelled'))
    return [trouble('PaymentCancelled', 'Payment called off', rejectedAt)]
  return causesInWords
    .flatMap(([type, title]) => {
      const entry = firstOf(order, type)
      return entry ? [{ entry, title }] : []
    })
    .sort((a, b) => a.entry.position - b.entry.position)
    .map(({ entry, title }) => trouble(entry.type, title, entry.at))
}

const trouble = (id: string, title: string, at: string | undefined): Milestone => ({
  id,
  title,
  state: 'done',
  trouble: true,
  at,
})

function stopping(order: Order): string {
  if (has(order, 'RefundPayment')) return moneyWords(order).short
  return has(order, 'CancelShipment') ? 'Stopping the parcel' : 'Stopping the payment'
}
