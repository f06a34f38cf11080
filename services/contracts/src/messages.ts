import { z } from 'zod'
import { Money } from './money.ts'
import {
  Contact,
  Customer,
  cancellationReasons,
  Line,
  OrderedLine,
  OrderId,
  PricedLine,
  rejectionReasons,
  Shortage,
} from './order-parts.ts'
import { Mandate, PaymentType } from './payment-methods.ts'
import { bill } from './pricing.ts'
import type { ServiceName } from './services.ts'

/**
 * Every message between services, in the order in which one order meets them.
 * The key is the CloudEvent `type`; commands are imperative and go to one owner,
 * events are past tense and go to whoever cares (see topics.ts).
 */
const ofOrder = <T extends z.ZodRawShape>(shape: T) => z.object({ orderId: OrderId, ...shape })

/** About an account; the subject is then the account's id. */
const ofAccount = <T extends z.ZodRawShape>(shape: T) => z.object({ accountId: z.uuid(), ...shape })

const declare = <const Topic extends string, Data extends z.ZodType>(
  topic: Topic,
  source: ServiceName,
  summary: string,
  data: Data,
) => ({ topic, source, summary, data })

/** What an order that came to nothing was about: priced as far as it got, at the prices of that moment. */
const ordered = { lines: z.array(OrderedLine).min(1).optional(), ...bill }

/** What is in a parcel, and what it cost; parcels from before there were letters about that know neither. */
const sent = { lines: z.array(PricedLine).min(1).optional(), total: Money.optional(), ...bill }

export const messages = {
  ReserveItems: declare(
    'stock.commands',
    'orders',
    'Hold these items for the order, all of them or none.',
    ofOrder({ lines: z.array(Line).min(1) }),
  ),
  ItemsReserved: declare(
    'stock.events',
    'stock',
    'All items are held, at these prices of the catalogue.',
    ofOrder({ lines: z.array(PricedLine).min(1), total: Money }),
  ),
  ItemsUnavailable: declare(
    'stock.events',
    'stock',
    'Nothing is held, because these items are short.',
    ofOrder({
      shortages: z.array(Shortage).min(1),
      lines: z
        .array(OrderedLine)
        .min(1)
        .optional()
        .describe('All that were wanted, as the catalogue has them.'),
    }),
  ),
  ProcessPayment: declare(
    'payments.commands',
    'orders',
    'Charge the customer once for this order.',
    ofOrder({
      amount: Money,
      paymentMethod: z.string().min(1),
      paymentType: PaymentType.optional(),
      mandate: Mandate.optional(),
      customer: Contact,
    }),
  ),
  CancelPayment: declare(
    'payments.commands',
    'orders',
    'Do not charge; answer with what really happened.',
    ofOrder({}),
  ),
  RefundPayment: declare('payments.commands', 'orders', 'Return all of the charge.', ofOrder({})),
  PaymentSucceeded: declare(
    'payments.events',
    'payments',
    'The payment broker charged the customer.',
    ofOrder({ amount: Money, brokerReference: z.string() }),
  ),
  PaymentFailed: declare(
    'payments.events',
    'payments',
    'The payment broker declined; nothing was charged.',
    ofOrder({ code: z.string(), message: z.string() }),
  ),
  PaymentCancelled: declare(
    'payments.events',
    'payments',
    'The payment was called off; nothing was charged.',
    ofOrder({}),
  ),
  PaymentRefunded: declare(
    'payments.events',
    'payments',
    'The charge was returned in full.',
    ofOrder({ amount: Money }),
  ),
  OrderApproved: declare(
    'orders.events',
    'orders',
    'Items are held and paid for: notify, take from the shelf, ship.',
    ofOrder({ customer: Customer, lines: z.array(PricedLine).min(1), total: Money, ...bill }),
  ),
  OrderRejected: declare(
    'orders.events',
    'orders',
    'The order cannot be fulfilled; nothing was charged.',
    ofOrder({
      customer: Contact,
      total: Money,
      reason: z.enum(rejectionReasons),
      detail: z.string(),
      shortages: z.array(Shortage).min(1).optional(),
      ...ordered,
    }),
  ),
  OrderCancelled: declare(
    'orders.events',
    'orders',
    'The order was called off; what was charged has been returned.',
    ofOrder({
      customer: Contact,
      total: Money,
      reason: z.enum(cancellationReasons),
      refunded: Money.optional(),
      detail: z.string().optional().describe('What the shipment company said.'),
      ...ordered,
    }),
  ),
  ItemsPicked: declare('stock.events', 'stock', 'The items left the shelf.', ofOrder({})),
  CustomerNotified: declare(
    'notifications.events',
    'notifications',
    'The mail server accepted an e-mail to the customer.',
    ofOrder({ about: z.string(), messageId: z.string() }),
  ),
  CancelShipment: declare(
    'shipments.commands',
    'orders',
    'Do not ship; answer with what really happened.',
    ofOrder({}),
  ),
  ShipmentBooked: declare(
    'shipments.events',
    'shipments',
    'The shipment company took the order.',
    ofOrder({ trackingNumber: z.string() }),
  ),
  ShipmentDispatched: declare(
    'shipments.events',
    'shipments',
    'The parcel is on its way to the customer.',
    ofOrder({ trackingNumber: z.string(), customer: Contact, ...sent }),
  ),
  ShipmentDelivered: declare(
    'shipments.events',
    'shipments',
    'The customer has the parcel.',
    ofOrder({ trackingNumber: z.string(), customer: Contact, ...sent }),
  ),
  ShipmentCancelled: declare('shipments.events', 'shipments', 'No parcel will be sent.', ofOrder({})),
  ShipmentFailed: declare(
    'shipments.events',
    'shipments',
    'The shipment company refused or lost the parcel.',
    ofOrder({ reason: z.string() }),
  ),
  EmailVerificationRequested: declare(
    'accounts.events',
    'accounts',
    'Somebody says that this is their e-mail address: ask them, by this token.',
    ofAccount({ customer: Contact, token: z.string() }),
  ),
  PasswordResetRequested: declare(
    'accounts.events',
    'accounts',
    'Somebody forgot their password: let them choose another, by this token.',
    ofAccount({ customer: Contact, token: z.string(), minutes: z.int().min(1) }),
  ),
  AccountDeleted: declare(
    'accounts.events',
    'accounts',
    'The person is gone: keep what happened, without them.',
    ofAccount({ email: z.email().optional().describe('If it was verified as theirs.') }),
  ),
} as const

export type MessageType = keyof typeof messages
export const messageTypes = Object.keys(messages) as MessageType[]

/** Messages about an order; the others are about an account. */
export type OrderMessageType = {
  [T in MessageType]: DataOf<T> extends { orderId: string } ? T : never
}[MessageType]
export const orderMessageTypes = messageTypes.filter(
  (type): type is OrderMessageType => 'orderId' in messages[type].data.shape,
)

/** The CloudEvent's subject and key in Kafka: what is said of one subject keeps its order. */
export const subjectOf = (data: DataOf<MessageType>): string =>
  'orderId' in data ? data.orderId : data.accountId

export type DataOf<T extends MessageType> = z.infer<(typeof messages)[T]['data']>

/** A message as a service emits it, about an order unless said otherwise; the outbox adds id, time and trace. */
export type Emitted<T extends MessageType = OrderMessageType> = {
  [K in T]: { type: K; data: DataOf<K> }
}[T]

/** A message as a service receives it, about an order unless said otherwise. */
export type Message<T extends MessageType = OrderMessageType> = {
  [K in T]: {
    id: string
    type: K
    data: DataOf<K>
    time: string
    sequence: number
    traceparent?: string | undefined
  }
}[T]

export type AnyMessage = Message<MessageType>

/** Narrows the payload by the message's name: `emit('ReserveItems', { … })`. */
export const emit = <T extends MessageType>(type: T, data: DataOf<T>): Emitted<T> =>
  ({ type, data }) as Emitted<T>
