import { type DataOf, type Emitted, emit } from '@aos/contracts/messages'
import { type Money, sameMoney, totalOf } from '@aos/contracts/money'
import { contactOf, isPriced, type OrderedLine, type PricedLine } from '@aos/contracts/order-parts'
import { type Totals, totalsOf } from '@aos/contracts/pricing'
import { billOf } from './bill.ts'
import type { CancellationReason, Order, RejectionReason, Stimulus } from './order.ts'

export interface Outcome {
  change?: Partial<Order>
  messages?: Emitted[]
  note?: string
  /** Repeats something that already stands in the journey. */
  quietly?: boolean
}

const ignore = (because: string) => ({ ignored: because })

/** Every (status × stimulus) pair has its answer here; what changes nothing is ignored by name. */
export function react(order: Order, stimulus: Stimulus): Outcome | { ignored: string } {
  switch (stimulus.type) {
    case 'ItemsReserved':
      return onItemsReserved(order, stimulus.data)
    case 'ItemsUnavailable':
      if (order.status !== 'placed') return ignore(`the order is ${order.status} already`)
      return onItemsUnavailable(order, stimulus.data)
    case 'PaymentSucceeded':
      return onPaymentSucceeded(order)
    case 'PaymentFailed':
      if (order.status === 'awaiting-payment') return reject(order, 'payment-declined', stimulus.data.message)
      return onNothingCharged(order)
    case 'PaymentCancelled':
      if (order.status === 'awaiting-payment')
        return reject(order, 'payment-declined', 'The payment was called off at the payment broker.')
      return onNothingCharged(order)
    case 'PaymentRefunded':
      return onPaymentRefunded(order, stimulus.data.amount)
    case 'ShipmentBooked':
      return order.trackingNumber === undefined
        ? { change: { trackingNumber: stimulus.data.trackingNumber } }
        : ignore('the parcel is known already')
    case 'ShipmentDispatched':
      return onParcelMoved(order, 'shipped', stimulus.data.trackingNumber)
    case 'ShipmentDelivered':
      return onParcelMoved(order, 'delivered', stimulus.data.trackingNumber)
    case 'ShipmentCancelled':
      return order.cancelStage === 'shipment'
        ? refund(order)
        : ignore('no answer about the shipment is awaited')
    case 'ShipmentFailed':
      return onShipmentFailed(order, stimulus.data.reason)
    case 'ItemsPicked':
      return {}
    case 'CustomerNotified':
      return { note: `about ${stimulus.data.about}` }
    case 'CancellationRequested':
      return onCancellationRequested(order)
    case 'DeadlinePassed':
      return onDeadlinePassed(order)
  }
}

function onItemsUnavailable(
  order: Order,
  { shortages, lines = [...order.lines] }: DataOf<'ItemsUnavailable'>,
): Outcome {
  const totals = partsShown(order, lines)
  return reject({ ...order, lines, totals }, 'unavailable', shortageText(shortages), { shortages })
}

/** What the total is made of that was shown, where all prices are known and still come to it. */
function partsShown({ terms, total }: Order, lines: readonly OrderedLine[]): Order['totals'] {
  if (!terms || !lines.every(isPriced)) return undefined
  const bill = totalsOf(totalOf(lines, total.currency), terms)
  return sameMoney(bill.total, total) ? partsOf(bill) : undefined
}

function onItemsReserved(
  order: Order,
  { lines, total: itemsTotal }: { lines: PricedLine[]; total: Money },
): Outcome | { ignored: string } {
  if (order.status !== 'placed')
    return ignore(`the order is ${order.status} already; stock releases when it hears of an order's end`)
  const bill = order.terms && totalsOf(itemsTotal, order.terms)
  const priced = { lines, totals: bill && partsOf(bill) }
  if (!sameMoney(bill?.total ?? itemsTotal, order.total))
    return reject(
      { ...order, ...priced },
      'price-changed',
      'Prices changed since they were shown; nothing was charged.',
    )
  const { id: orderId, paymentMethod, paymentType, mandate, customer } = order
  const { name, email } = customer
  return {
    change: { status: 'awaiting-payment', ...priced },
    messages: [
      emit('ProcessPayment', {
        orderId,
        amount: order.total,
        paymentMethod,
        ...(paymentType && { paymentType }),
        ...(mandate && { mandate }),
        customer: { name, email },
      }),
    ],
  }
}

const partsOf = ({ items, delivery, tax }: Totals): Order['totals'] => ({ items, delivery, tax })

function onPaymentSucceeded(order: Order): Outcome | { ignored: string } {
  switch (order.status) {
    case 'awaiting-payment':
      return { change: { status: 'approved' }, messages: [approval(order)] }
    case 'cancelling':
      return order.cancelStage === 'payment' ? refund(order) : ignore('the charge is known already')
    case 'rejected':
    case 'cancelled':
      // A late success on a closed order is compensated, never dropped.
      if (order.refunded) return ignore('the charge has been returned already')
      return { messages: [emit('RefundPayment', { orderId: order.id })] }
    case 'placed':
      return ignore('no payment was asked for yet')
    default:
      return ignore('the charge is known already')
  }
}

function onNothingCharged(order: Order): Outcome | { ignored: string } {
  const isAwaited = order.cancelStage === 'payment' || order.cancelStage === 'refund'
  return order.status === 'cancelling' && isAwaited
    ? cancel(order, order.reason)
    : ignore('no answer about the payment is awaited')
}

function onPaymentRefunded(order: Order, amount: Money): Outcome | { ignored: string } {
  if (order.refunded) return ignore('the refund is known already')
  // Money returned by hand says nothing about the parcel; once that stays, payments tell of it again.
  if (order.cancelStage === 'shipment')
    return ignore('the shipment is to be known first; the refund is asked for after it')
  if (order.status === 'cancelling') return cancel({ ...order, refunded: amount }, order.reason)
  if (order.status === 'rejected' || order.status === 'cancelled') return { change: { refunded: amount } }
  return ignore('no refund was asked for')
}

function onParcelMoved(order: Order, status: 'shipped' | 'delivered', trackingNumber: string) {
  const canMove =
    order.status === 'approved' ||
    (order.status === 'cancelling' && order.cancelStage === 'shipment') ||
    (order.status === 'shipped' && status === 'delivered')
  if (!canMove) return ignore(`the order is ${order.status} already`)
  // While cancelling this means that the wish came too late: the parcel is on its way.
  return { change: { status, trackingNumber, cancelStage: undefined, reason: undefined, detail: undefined } }
}

function onShipmentFailed(order: Order, detail: string): Outcome | { ignored: string } {
  if (order.cancelStage === 'shipment') return refund(order)
  if (order.status !== 'approved' && order.status !== 'shipped')
    return ignore(`the order is ${order.status} already`)
  return refund({ ...order, reason: 'shipment-failed', detail })
}

function onCancellationRequested(order: Order): Outcome | { ignored: string } {
  switch (order.status) {
    case 'placed':
      return cancel(order, 'customer')
    case 'awaiting-payment':
      return askPaymentsToCancel(order, 'customer')
    case 'approved':
      return {
        change: { status: 'cancelling', cancelStage: 'shipment', reason: 'customer' },
        messages: [emit('CancelShipment', { orderId: order.id })],
      }
    case 'cancelling':
      return ignore('the order is being cancelled already')
    case 'cancelled':
      return ignore('the order is cancelled already')
    default:
      return ignore(`an order that is ${order.status} cannot be cancelled any more`)
  }
}

function onDeadlinePassed(order: Order): Outcome | { ignored: string } {
  switch (order.status) {
    case 'placed':
      return cancel(order, 'deadline')
    case 'awaiting-payment':
      return askPaymentsToCancel(order, 'deadline')
    case 'cancelling':
      return { messages: [askAgain(order)], quietly: true }
    default:
      return ignore('nothing is awaited')
  }
}

function askPaymentsToCancel(order: Order, reason: CancellationReason): Outcome {
  return {
    change: { status: 'cancelling', cancelStage: 'payment', reason },
    messages: [emit('CancelPayment', { orderId: order.id })],
  }
}

function askAgain({ id: orderId, cancelStage }: Order): Emitted {
  if (cancelStage === 'payment') return emit('CancelPayment', { orderId })
  if (cancelStage === 'shipment') return emit('CancelShipment', { orderId })
  return emit('RefundPayment', { orderId })
}

const refund = ({ id: orderId, reason, detail }: Order): Outcome => ({
  change: { status: 'cancelling', cancelStage: 'refund', reason, detail },
  messages: [emit('RefundPayment', { orderId })],
})

function approval(order: Order): Emitted {
  const { id: orderId, customer, lines, total } = order
  return emit('OrderApproved', {
    orderId,
    customer,
    lines: lines as PricedLine[],
    total,
    ...billOf(order),
  })
}

/** What the letters about the end of an order show of it. */
const ended = (order: Order) => ({
  orderId: order.id,
  customer: contactOf(order.customer),
  lines: [...order.lines],
  total: order.total,
  ...billOf(order),
})

function reject(
  order: Order,
  reason: RejectionReason,
  detail: string,
  more: Pick<DataOf<'OrderRejected'>, 'shortages'> = {},
): Outcome {
  return {
    change: { status: 'rejected', reason, detail },
    messages: [emit('OrderRejected', { ...ended(order), reason, detail, ...more })],
  }
}

function cancel(order: Order, reason: Order['reason']): Outcome {
  const { refunded, detail } = order
  const why = (reason ?? 'customer') as CancellationReason
  return {
    change: { status: 'cancelled', cancelStage: undefined, reason: why, refunded },
    messages: [
      emit('OrderCancelled', {
        ...ended(order),
        reason: why,
        ...(detail && { detail }),
        ...(refunded && { refunded }),
      }),
    ],
  }
}

const shortageText = (shortages: { sku: string; requested: number; left: number }[]): string =>
  shortages.map(({ sku, requested, left }) => `${sku}: ${requested} wanted, ${left} left`).join('; ')
