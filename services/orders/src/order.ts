import type { JourneyEntry } from '@aos/contracts/http'
import type { JourneyEntryType, OrderStatus } from '@aos/contracts/journey'
import { type Emitted, emit, type Message, type OrderMessageType } from '@aos/contracts/messages'
import type { Money } from '@aos/contracts/money'
import type {
  Customer,
  cancellationReasons,
  Line,
  PricedLine,
  rejectionReasons,
} from '@aos/contracts/order-parts'
import { kindsOfPayment, type Mandate, type PaymentType } from '@aos/contracts/payment-methods'
import type { Terms, Totals } from '@aos/contracts/pricing'
import type { ConsumedBy } from '@aos/contracts/topics'
import { react } from './saga.ts'

/**
 * The saga of one order, decided in one pure function.
 *
 *   placed ─ItemsReserved─▶ awaiting-payment ─PaymentSucceeded─▶ approved ─▶ shipped ─▶ delivered
 *     │                           │                                 │
 *     ├─ItemsUnavailable─▶ rejected ◀─PaymentFailed─┤               │ cancel, ShipmentFailed
 *     └─cancel, deadline─▶ cancelled ◀── cancelling ◀─cancel, deadline
 *
 * While cancelling, the stage says whose answer is awaited: a deadline never assumes an outcome, it
 * asks the owner again.
 */
export type RejectionReason = (typeof rejectionReasons)[number]
export type CancellationReason = (typeof cancellationReasons)[number]
export type CancelStage = 'payment' | 'shipment' | 'refund'

export interface Order {
  id: string
  status: OrderStatus
  cancelStage: CancelStage | undefined
  reason: RejectionReason | CancellationReason | undefined
  detail: string | undefined
  lines: readonly (Line | PricedLine)[]
  /** What the customer was shown; what is charged is this or nothing. */
  total: Money
  /** How the total came about; orders from before there was a choice of delivery have none. */
  terms: Terms | undefined
  /** What the total is made of, known since the items were reserved. */
  totals: Omit<Totals, 'total'> | undefined
  customer: Customer
  paymentMethod: string
  /** A card unless said. */
  paymentType: PaymentType | undefined
  /** Who agreed to a debit. */
  mandate: Mandate | undefined
  trackingNumber: string | undefined
  refunded: Money | undefined
  journey: readonly JourneyEntry[]
  /** Counts the messages that orders said about this order. */
  sequence: number
  deadlineAt: Date | undefined
  placedAt: Date
}

/** What others say of an order. */
export type Heard = ConsumedBy<'orders'> & OrderMessageType

export type Stimulus =
  | { [T in Heard]: Pick<Message<T>, 'type' | 'data'> }[Heard]
  | { type: 'CancellationRequested' }
  | { type: 'DeadlinePassed' }

export type Decision = { order: Order; messages: Emitted[] } | { ignored: string }

/** How long an order may wait in a status before the owner of the next step is asked or the order is called off. */
export type Deadlines = Partial<Record<OrderStatus | 'awaiting-slow-payment', number>>

type NewOrder = Pick<
  Order,
  'id' | 'lines' | 'total' | 'terms' | 'customer' | 'paymentMethod' | 'paymentType' | 'mandate'
>

export function place(
  order: NewOrder,
  now: Date,
  deadlines: Deadlines,
): { order: Order; messages: Emitted[] } {
  const placed: Order = {
    ...order,
    status: 'placed',
    cancelStage: undefined,
    reason: undefined,
    detail: undefined,
    totals: undefined,
    trackingNumber: undefined,
    refunded: undefined,
    journey: noted([], 'OrderPlaced', now),
    sequence: 0,
    deadlineAt: undefined,
    placedAt: now,
  }
  const lines = order.lines.map(({ sku, quantity }) => ({ sku, quantity }))
  return said(
    placed,
    { status: 'placed' },
    [emit('ReserveItems', { orderId: order.id, lines })],
    now,
    deadlines,
  )
}

/** What a message, a wish to cancel or a passed deadline makes of an order. */
export function decide(order: Order, stimulus: Stimulus, now: Date, deadlines: Deadlines): Decision {
  const outcome = react(order, stimulus)
  if ('ignored' in outcome) return outcome
  const { change = {}, messages = [], note = change.detail, quietly = false } = outcome
  const heard = quietly ? order : { ...order, journey: noted(order.journey, stimulus.type, now, note) }
  return said(heard, change, messages, now, deadlines)
}

export const isCancellable = ({ status }: Order): boolean =>
  status === 'placed' || status === 'awaiting-payment' || status === 'approved'

function said(order: Order, change: Partial<Order>, messages: Emitted[], now: Date, deadlines: Deadlines) {
  const status = change.status ?? order.status
  const isWaitingAnew = change.status !== undefined || messages.length > 0
  const journey = messages
    .filter(({ type }) => !order.journey.some((entry) => entry.type === type))
    .reduce((entries, { type }) => noted(entries, type, now), order.journey)
  return {
    order: {
      ...order,
      ...change,
      journey,
      sequence: order.sequence + messages.length,
      deadlineAt: isWaitingAnew ? deadline({ ...order, status }, now, deadlines) : order.deadlineAt,
    },
    messages,
  }
}

function deadline(order: Order, now: Date, deadlines: Deadlines): Date | undefined {
  const { status, paymentType = 'card' } = order
  const isSlow = status === 'awaiting-payment' && kindsOfPayment[paymentType].takesDays
  const ms = deadlines[isSlow ? 'awaiting-slow-payment' : status]
  return ms === undefined ? undefined : new Date(now.getTime() + ms)
}

function noted(
  journey: readonly JourneyEntry[],
  type: JourneyEntryType,
  now: Date,
  note?: string | undefined,
): JourneyEntry[] {
  return [...journey, { position: journey.length + 1, type, at: now.toISOString(), ...(note && { note }) }]
}
