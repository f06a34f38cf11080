import { randomUUID } from 'node:crypto'
import { type DataOf, type MessageType, messages } from '@aos/contracts/messages'
import { usualPricing } from '@aos/contracts/pricing'
import { v7 as uuidv7 } from 'uuid'

const customer = {
  name: 'Ada Example',
  email: 'ada@example.com',
  address: { street: '1 Analytical Way', postalCode: 'EC1A 1BB', city: 'London', country: 'GB' },
}
const contact = { name: customer.name, email: customer.email }
const pricedLine = { sku: 'KET-001', quantity: 2, name: 'Kettle', unitPrice: 3_900 }
const total = { amount: 7_800, currency: 'EUR' }
const totals = {
  items: total,
  delivery: { amount: 0, currency: 'EUR' },
  tax: { amount: 1_245, currency: 'EUR' },
}
const ordered = {
  lines: [pricedLine],
  total,
  delivery: { id: 'standard', name: 'Standard', time: '2–4 working days' },
  totals,
  tax: usualPricing.tax,
}

/** What each message may say. A new kind of message does not compile until it has a sample here. */
const samples: { [T in MessageType]: Omit<DataOf<T>, 'orderId' | 'accountId'> } = {
  ReserveItems: { lines: [{ sku: 'KET-001', quantity: 2 }] },
  ItemsReserved: { lines: [pricedLine], total },
  ItemsUnavailable: { shortages: [{ sku: 'KET-001', requested: 2, left: 1 }], lines: [pricedLine] },
  ProcessPayment: { amount: total, paymentMethod: 'pm_card_visa', customer: contact },
  CancelPayment: {},
  RefundPayment: {},
  PaymentSucceeded: { amount: total, brokerReference: 'pi_1' },
  PaymentFailed: { code: 'card_declined', message: 'Your card was declined.' },
  PaymentCancelled: {},
  PaymentRefunded: { amount: total },
  OrderApproved: { customer, ...ordered },
  OrderRejected: {
    customer: contact,
    reason: 'payment-declined',
    detail: 'Your card was declined.',
    ...ordered,
  },
  OrderCancelled: { customer: contact, reason: 'customer', refunded: total, ...ordered },
  ItemsPicked: {},
  CustomerNotified: { about: 'OrderApproved', messageId: '<1@example.com>' },
  CancelShipment: {},
  ShipmentBooked: { trackingNumber: 'TRACK1' },
  ShipmentDispatched: { trackingNumber: 'TRACK1', customer: contact, ...ordered },
  ShipmentDelivered: { trackingNumber: 'TRACK1', customer: contact, ...ordered },
  ShipmentCancelled: {},
  ShipmentFailed: { reason: 'The parcel was lost.' },
  EmailVerificationRequested: { customer: contact, token: 'a-token' },
  PasswordResetRequested: { customer: contact, token: 'a-token', minutes: 60 },
  AccountDeleted: { email: contact.email },
}

export const sampleData = <T extends MessageType>(type: T, subject: string = randomUUID()): DataOf<T> =>
  ({ [subjectKey(type)]: subject, ...samples[type] }) as DataOf<T>

/** Where a message has the id of what it is about. */
export const subjectKey = (type: MessageType): 'orderId' | 'accountId' =>
  'orderId' in messages[type].data.shape ? 'orderId' : 'accountId'

export interface SampleEvent {
  id: string
  type: string
  subject: string
  sequence: number
  data: DataOf<MessageType>
  [extension: string]: unknown
}

/** The CloudEvent of a message, as a service would have written it. */
export function sampleEvent(type: MessageType, given: Partial<SampleEvent> = {}): SampleEvent {
  const subject = given.subject ?? randomUUID()
  return {
    specversion: '1.0',
    id: uuidv7(),
    type,
    source: messages[type].source,
    subject,
    time: new Date().toISOString(),
    datacontenttype: 'application/json',
    sequence: 1,
    data: sampleData(type, subject),
    ...given,
  }
}
