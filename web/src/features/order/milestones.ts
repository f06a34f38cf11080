import type { Order } from '@aos/contracts/http'
import type { JourneyEntryType } from '@aos/contracts/journey'
import { order as words } from '../../shared/messages/order.ts'
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

/** An order's way as its shopper sees it; the services' way is in journey-steps.ts. */
const way = [
  'OrderPlaced',
  'ItemsReserved',
  'PaymentSucceeded',
  'ItemsPicked',
  'ShipmentDispatched',
  'ShipmentDelivered',
] as const satisfies JourneyEntryType[]

const titleOf = (doneBy: (typeof way)[number], state: Milestone['state']): string =>
  words.way.stretches[doneBy][state]

/** What was done, what is now, what comes: never more than a screen of it. */
export function milestones(order: Order): Milestone[] {
  const reached = way.findLastIndex((doneBy) => has(order, doneBy))
  const done = way.slice(0, reached + 1).map((one) => doneMilestone(order, one))
  if (isCalledOff(order)) return [...done, ...ending(order)]
  const [now, ...next] = way.slice(reached + 1)
  return [
    ...done,
    ...(now ? [{ id: now, title: titleOf(now, 'now'), state: 'now' as const }] : []),
    ...next.map((one) => ({ id: one, title: titleOf(one, 'next'), state: 'next' as const })),
  ]
}

/** Messages overtake each other: what comes later on the way says that this was done, though not when. */
function doneMilestone(order: Order, doneBy: (typeof way)[number]): Milestone {
  const tooLate = doneBy === 'ShipmentDispatched' && cameTooLate(order)
  return {
    id: doneBy,
    title: titleOf(doneBy, 'done'),
    state: 'done',
    at: firstOf(order, doneBy)?.at,
    ...(tooLate && { text: words.way.tooLate }),
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

const called = (at: string): Milestone => trouble('OrderCancelled', words.way.cancelled, at)

const causeTypes = [
  'ItemsUnavailable',
  'PaymentFailed',
  'CancellationRequested',
  'DeadlinePassed',
  'ShipmentFailed',
] as const satisfies JourneyEntryType[]

/** Why it came to nothing, in the order in which it happened. */
function causes(order: Order): Milestone[] {
  const titles = words.way.causes
  const rejectedAt = firstOf(order, 'OrderRejected')?.at
  if (order.reason === 'price-changed') return [trouble('PriceChanged', titles.PriceChanged, rejectedAt)]
  if (order.status === 'rejected' && has(order, 'PaymentCancelled'))
    return [trouble('PaymentCancelled', titles.PaymentCancelled, rejectedAt)]
  return causeTypes
    .flatMap((type) => {
      const entry = firstOf(order, type)
      return entry ? [{ entry, title: titles[type] }] : []
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
  return has(order, 'CancelShipment') ? words.way.stoppingParcel : words.way.stoppingPayment
}
