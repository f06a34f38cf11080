import { messages, orderMessageTypes } from '@aos/contracts/messages'
import { subscribedTopics } from '@aos/contracts/topics'
import { describe, expect, it } from 'vitest'
import { type Decision, decide, type Heard, isCancellable, type Order, type Stimulus } from './order.ts'
import { anOrder, aStimulus, deadlines, now } from './order-samples.ts'

/** Every status, and while cancelling whose answer is awaited. */
const situations = {
  'a placed order': anOrder(),
  'an order awaiting payment': anOrder({ status: 'awaiting-payment' }),
  'an approved order': anOrder({ status: 'approved' }),
  'a shipped order': anOrder({ status: 'shipped', trackingNumber: 'TRACK1' }),
  'a delivered order': anOrder({ status: 'delivered', trackingNumber: 'TRACK1' }),
  'a rejected order': anOrder({ status: 'rejected', reason: 'payment-declined' }),
  'a cancelled order': anOrder({ status: 'cancelled', reason: 'customer' }),
  'an order whose payment is being cancelled': anOrder({
    status: 'cancelling',
    cancelStage: 'payment',
    reason: 'deadline',
  }),
  'an order whose shipment is being cancelled': anOrder({
    status: 'cancelling',
    cancelStage: 'shipment',
    reason: 'customer',
  }),
  'an order whose charge is being returned': anOrder({
    status: 'cancelling',
    cancelStage: 'refund',
    reason: 'customer',
  }),
} satisfies Record<string, Order>
type Situation = keyof typeof situations
const situationNames = Object.keys(situations) as Situation[]

const stimuli: Stimulus['type'][] = [
  ...subscribedTopics('orders')
    .flatMap(({ types }) => types)
    .filter((type): type is Heard => orderMessageTypes.some((one) => one === type)),
  'CancellationRequested',
  'DeadlinePassed',
]

type Standing = Order['status'] | `cancelling: ${NonNullable<Order['cancelStage']>}`
interface Expected {
  on: Stimulus['type']
  /** In its status; absent: as it was. */
  becomes?: Standing
  says?: string[]
  ignoredBecause?: string
}

const becomes = (becomes: Standing, on: Stimulus['type'], ...says: string[]): Expected => ({
  on,
  becomes,
  says,
})
const stays = (on: Stimulus['type'], ...says: string[]): Expected => ({ on, says })
const ignores = (on: Stimulus['type'], ignoredBecause: string): Expected => ({ on, ignoredBecause })

const stockHearsOfTheEnd = "stock releases when it hears of an order's end"
const noPaymentAwaited = 'no answer about the payment is awaited'
const noShipmentAwaited = 'no answer about the shipment is awaited'
const knownCharge = 'the charge is known already'
const noRefundWanted = 'no refund was asked for'

const saga: Record<Situation, Record<string, Expected>> = {
  'a placed order': {
    'asks for the payment once its items are held': becomes(
      'awaiting-payment',
      'ItemsReserved',
      'ProcessPayment',
    ),
    'is rejected when items are short': becomes('rejected', 'ItemsUnavailable', 'OrderRejected'),
    'is cancelled when the customer wants that': becomes(
      'cancelled',
      'CancellationRequested',
      'OrderCancelled',
    ),
    'is cancelled when stock does not answer in time': becomes(
      'cancelled',
      'DeadlinePassed',
      'OrderCancelled',
    ),
    'has asked for no payment that could succeed': ignores(
      'PaymentSucceeded',
      'no payment was asked for yet',
    ),
    'has asked for no payment that could fail': ignores('PaymentFailed', noPaymentAwaited),
    'has asked for no payment that could be cancelled': ignores('PaymentCancelled', noPaymentAwaited),
    'has no charge that could be returned': ignores('PaymentRefunded', noRefundWanted),
    'learns the number of its parcel': stays('ShipmentBooked'),
    'has no parcel that could leave': ignores('ShipmentDispatched', 'the order is placed already'),
    'has no parcel that could arrive': ignores('ShipmentDelivered', 'the order is placed already'),
    'has no shipment that could be cancelled': ignores('ShipmentCancelled', noShipmentAwaited),
    'has no shipment that could fail': ignores('ShipmentFailed', 'the order is placed already'),
    'notes that its items were picked': stays('ItemsPicked'),
    'notes an e-mail': stays('CustomerNotified'),
  },

  'an order awaiting payment': {
    'is approved when the payment succeeds': becomes('approved', 'PaymentSucceeded', 'OrderApproved'),
    'is rejected when the card is declined': becomes('rejected', 'PaymentFailed', 'OrderRejected'),
    'is rejected when the payment is called off elsewhere': becomes(
      'rejected',
      'PaymentCancelled',
      'OrderRejected',
    ),
    'asks payments to stop when the customer cancels': becomes(
      'cancelling: payment',
      'CancellationRequested',
      'CancelPayment',
    ),
    'asks payments to stop when there is no answer in time': becomes(
      'cancelling: payment',
      'DeadlinePassed',
      'CancelPayment',
    ),
    'does not ask for the payment twice': ignores(
      'ItemsReserved',
      `the order is awaiting-payment already; ${stockHearsOfTheEnd}`,
    ),
    'knows that its items are held': ignores('ItemsUnavailable', 'the order is awaiting-payment already'),
    'has no charge that could be returned': ignores('PaymentRefunded', noRefundWanted),
    'learns the number of its parcel': stays('ShipmentBooked'),
    'has no parcel that could leave': ignores('ShipmentDispatched', 'the order is awaiting-payment already'),
    'has no parcel that could arrive': ignores('ShipmentDelivered', 'the order is awaiting-payment already'),
    'has no shipment that could be cancelled': ignores('ShipmentCancelled', noShipmentAwaited),
    'has no shipment that could fail': ignores('ShipmentFailed', 'the order is awaiting-payment already'),
    'notes that its items were picked': stays('ItemsPicked'),
    'notes an e-mail': stays('CustomerNotified'),
  },

  'an approved order': {
    'notes that its items were picked': stays('ItemsPicked'),
    'notes an e-mail': stays('CustomerNotified'),
    'learns the number of its parcel': stays('ShipmentBooked'),
    'is shipped when its parcel leaves': becomes('shipped', 'ShipmentDispatched'),
    'is delivered even if nobody said that its parcel left': becomes('delivered', 'ShipmentDelivered'),
    'returns the charge when its shipment fails': becomes(
      'cancelling: refund',
      'ShipmentFailed',
      'RefundPayment',
    ),
    'asks shipments to stop when the customer cancels': becomes(
      'cancelling: shipment',
      'CancellationRequested',
      'CancelShipment',
    ),
    'is not approved twice': ignores('PaymentSucceeded', knownCharge),
    'knows that its items are held': ignores(
      'ItemsReserved',
      `the order is approved already; ${stockHearsOfTheEnd}`,
    ),
    'knows that no item is short': ignores('ItemsUnavailable', 'the order is approved already'),
    'knows that its payment did not fail': ignores('PaymentFailed', noPaymentAwaited),
    'knows that its payment was not cancelled': ignores('PaymentCancelled', noPaymentAwaited),
    'goes on when the money was returned by hand': ignores('PaymentRefunded', noRefundWanted),
    'wanted no end of its shipment': ignores('ShipmentCancelled', noShipmentAwaited),
    'has no deadline': ignores('DeadlinePassed', 'nothing is awaited'),
  },

  'a shipped order': {
    'is delivered when its parcel arrives': becomes('delivered', 'ShipmentDelivered'),
    'returns the charge when its parcel is lost': becomes(
      'cancelling: refund',
      'ShipmentFailed',
      'RefundPayment',
    ),
    'cannot be cancelled': ignores(
      'CancellationRequested',
      'an order that is shipped cannot be cancelled any more',
    ),
    'notes that its items were picked': stays('ItemsPicked'),
    'notes an e-mail': stays('CustomerNotified'),
    'knows its parcel': ignores('ShipmentBooked', 'the parcel is known already'),
    'is not shipped twice': ignores('ShipmentDispatched', 'the order is shipped already'),
    'wanted no end of its shipment': ignores('ShipmentCancelled', noShipmentAwaited),
    'knows that its items are held': ignores(
      'ItemsReserved',
      `the order is shipped already; ${stockHearsOfTheEnd}`,
    ),
    'knows that no item is short': ignores('ItemsUnavailable', 'the order is shipped already'),
    'is not approved twice': ignores('PaymentSucceeded', knownCharge),
    'knows that its payment did not fail': ignores('PaymentFailed', noPaymentAwaited),
    'knows that its payment was not cancelled': ignores('PaymentCancelled', noPaymentAwaited),
    'goes on when the money was returned by hand': ignores('PaymentRefunded', noRefundWanted),
    'has no deadline': ignores('DeadlinePassed', 'nothing is awaited'),
  },

  'a delivered order': {
    'notes that its items were picked': stays('ItemsPicked'),
    'notes an e-mail': stays('CustomerNotified'),
    'knows its parcel': ignores('ShipmentBooked', 'the parcel is known already'),
    'is not shipped again': ignores('ShipmentDispatched', 'the order is delivered already'),
    'is not delivered twice': ignores('ShipmentDelivered', 'the order is delivered already'),
    'cannot fail any more': ignores('ShipmentFailed', 'the order is delivered already'),
    'wanted no end of its shipment': ignores('ShipmentCancelled', noShipmentAwaited),
    'cannot be cancelled': ignores(
      'CancellationRequested',
      'an order that is delivered cannot be cancelled any more',
    ),
    'knows that its items are held': ignores(
      'ItemsReserved',
      `the order is delivered already; ${stockHearsOfTheEnd}`,
    ),
    'knows that no item is short': ignores('ItemsUnavailable', 'the order is delivered already'),
    'is not approved twice': ignores('PaymentSucceeded', knownCharge),
    'knows that its payment did not fail': ignores('PaymentFailed', noPaymentAwaited),
    'knows that its payment was not cancelled': ignores('PaymentCancelled', noPaymentAwaited),
    'stands when the money was returned by hand': ignores('PaymentRefunded', noRefundWanted),
    'has no deadline': ignores('DeadlinePassed', 'nothing is awaited'),
  },

  'a rejected order': {
    'returns a charge that comes late': stays('PaymentSucceeded', 'RefundPayment'),
    'notes that a charge was returned': stays('PaymentRefunded'),
    'leaves its items to stock': ignores(
      'ItemsReserved',
      `the order is rejected already; ${stockHearsOfTheEnd}`,
    ),
    'is not rejected twice for its items': ignores('ItemsUnavailable', 'the order is rejected already'),
    'is not rejected twice for its payment': ignores('PaymentFailed', noPaymentAwaited),
    'knows that nothing is charged': ignores('PaymentCancelled', noPaymentAwaited),
    'cannot be cancelled': ignores(
      'CancellationRequested',
      'an order that is rejected cannot be cancelled any more',
    ),
    'has no deadline': ignores('DeadlinePassed', 'nothing is awaited'),
    'notes that its items were picked': stays('ItemsPicked'),
    'notes an e-mail': stays('CustomerNotified'),
    'learns the number of its parcel': stays('ShipmentBooked'),
    'has no parcel that could leave': ignores('ShipmentDispatched', 'the order is rejected already'),
    'has no parcel that could arrive': ignores('ShipmentDelivered', 'the order is rejected already'),
    'has no shipment that could be cancelled': ignores('ShipmentCancelled', noShipmentAwaited),
    'has no shipment that could fail': ignores('ShipmentFailed', 'the order is rejected already'),
  },

  'a cancelled order': {
    'returns a charge that comes late': stays('PaymentSucceeded', 'RefundPayment'),
    'notes that a charge was returned': stays('PaymentRefunded'),
    'leaves its items to stock': ignores(
      'ItemsReserved',
      `the order is cancelled already; ${stockHearsOfTheEnd}`,
    ),
    'is not rejected any more': ignores('ItemsUnavailable', 'the order is cancelled already'),
    'knows that its payment failed': ignores('PaymentFailed', noPaymentAwaited),
    'is not cancelled twice for its payment': ignores('PaymentCancelled', noPaymentAwaited),
    'is not cancelled twice for its shipment': ignores('ShipmentCancelled', noShipmentAwaited),
    'is not cancelled twice for the customer': ignores(
      'CancellationRequested',
      'the order is cancelled already',
    ),
    'has no deadline': ignores('DeadlinePassed', 'nothing is awaited'),
    'notes that its items were picked': stays('ItemsPicked'),
    'notes an e-mail': stays('CustomerNotified'),
    'learns the number of its parcel': stays('ShipmentBooked'),
    'is not shipped': ignores('ShipmentDispatched', 'the order is cancelled already'),
    'is not delivered': ignores('ShipmentDelivered', 'the order is cancelled already'),
    'has no shipment that could fail': ignores('ShipmentFailed', 'the order is cancelled already'),
  },

  'an order whose payment is being cancelled': {
    'is cancelled when that was in time': becomes('cancelled', 'PaymentCancelled', 'OrderCancelled'),
    'is cancelled when the payment failed by itself': becomes('cancelled', 'PaymentFailed', 'OrderCancelled'),
    'returns the charge that was faster': becomes('cancelling: refund', 'PaymentSucceeded', 'RefundPayment'),
    'is cancelled when the charge was returned already': becomes(
      'cancelled',
      'PaymentRefunded',
      'OrderCancelled',
    ),
    'asks payments again when they do not answer': stays('DeadlinePassed', 'CancelPayment'),
    'is being cancelled already': ignores('CancellationRequested', 'the order is being cancelled already'),
    'knows that its items are held': ignores(
      'ItemsReserved',
      `the order is cancelling already; ${stockHearsOfTheEnd}`,
    ),
    'is not rejected any more': ignores('ItemsUnavailable', 'the order is cancelling already'),
    'notes that its items were picked': stays('ItemsPicked'),
    'notes an e-mail': stays('CustomerNotified'),
    'learns the number of its parcel': stays('ShipmentBooked'),
    'is not shipped': ignores('ShipmentDispatched', 'the order is cancelling already'),
    'is not delivered': ignores('ShipmentDelivered', 'the order is cancelling already'),
    'has no shipment that could be cancelled': ignores('ShipmentCancelled', noShipmentAwaited),
    'has no shipment that could fail': ignores('ShipmentFailed', 'the order is cancelling already'),
  },

  'an order whose shipment is being cancelled': {
    'returns the charge when that was in time': becomes(
      'cancelling: refund',
      'ShipmentCancelled',
      'RefundPayment',
    ),
    'returns the charge when the shipment failed by itself': becomes(
      'cancelling: refund',
      'ShipmentFailed',
      'RefundPayment',
    ),
    'is shipped when its parcel had left': becomes('shipped', 'ShipmentDispatched'),
    'is delivered when its parcel had arrived': becomes('delivered', 'ShipmentDelivered'),
    'learns the number of its parcel': stays('ShipmentBooked'),
    'asks shipments again when they do not answer': stays('DeadlinePassed', 'CancelShipment'),
    'is not cancelled before its parcel is known to stay': ignores(
      'PaymentRefunded',
      'the shipment is to be known first; the refund is asked for after it',
    ),
    'is being cancelled already': ignores('CancellationRequested', 'the order is being cancelled already'),
    'notes that its items were picked': stays('ItemsPicked'),
    'notes an e-mail': stays('CustomerNotified'),
    'knows that its items are held': ignores(
      'ItemsReserved',
      `the order is cancelling already; ${stockHearsOfTheEnd}`,
    ),
    'knows that no item is short': ignores('ItemsUnavailable', 'the order is cancelling already'),
    'knows that its payment succeeded': ignores('PaymentSucceeded', knownCharge),
    'knows that its payment did not fail': ignores('PaymentFailed', noPaymentAwaited),
    'knows that its payment was not cancelled': ignores('PaymentCancelled', noPaymentAwaited),
  },

  'an order whose charge is being returned': {
    'is cancelled when the charge was returned': becomes('cancelled', 'PaymentRefunded', 'OrderCancelled'),
    'is cancelled when payments say that they charged nothing after all': becomes(
      'cancelled',
      'PaymentCancelled',
      'OrderCancelled',
    ),
    'is cancelled when payments say that the charge failed after all': becomes(
      'cancelled',
      'PaymentFailed',
      'OrderCancelled',
    ),
    'asks payments again when they do not answer': stays('DeadlinePassed', 'RefundPayment'),
    'knows the charge': ignores('PaymentSucceeded', knownCharge),
    'is being cancelled already': ignores('CancellationRequested', 'the order is being cancelled already'),
    'knows that its items are held': ignores(
      'ItemsReserved',
      `the order is cancelling already; ${stockHearsOfTheEnd}`,
    ),
    'is not rejected any more': ignores('ItemsUnavailable', 'the order is cancelling already'),
    'notes that its items were picked': stays('ItemsPicked'),
    'notes an e-mail': stays('CustomerNotified'),
    'learns the number of its parcel': stays('ShipmentBooked'),
    'is not shipped': ignores('ShipmentDispatched', 'the order is cancelling already'),
    'is not delivered': ignores('ShipmentDelivered', 'the order is cancelling already'),
    'knows that its shipment ended': ignores('ShipmentCancelled', noShipmentAwaited),
    'knows that its shipment failed': ignores('ShipmentFailed', 'the order is cancelling already'),
  },
}

const standingOf = ({ status, cancelStage }: Order): string =>
  cancelStage === undefined ? status : `${status}: ${cancelStage}`

const reaction = (order: Order, stimulus: Stimulus['type']): Decision =>
  decide(order, aStimulus(stimulus, order), now, deadlines)

describe.each(situationNames)('%s', (name) => {
  const order = situations[name]

  it.each(Object.entries(saga[name]))('%s', (_, expected) => {
    const decision = reaction(order, expected.on)
    if ('ignored' in decision) return expect(decision.ignored).toBe(expected.ignoredBecause)
    const after = decision.order
    const says = decision.messages.map(({ type }) => type)
    expect({ standing: standingOf(after), says }).toEqual({
      standing: expected.becomes ?? standingOf(order),
      says: expected.says,
    })
    expect(after.sequence).toBe(order.sequence + says.length)
    expect(after.total).toEqual(order.total)
    for (const { type, data } of decision.messages)
      expect(messages[type].data.safeParse(data).error, type).toBeUndefined()
  })

  it('has an answer to everything that may come', () => {
    const answered = Object.values(saga[name]).map(({ on }) => on)
    expect(answered.toSorted()).toEqual(stimuli.toSorted())
  })

  it('notes in its journey what it did not ignore', () => {
    for (const type of stimuli) {
      const decision = reaction(order, type)
      // What is asked again stands in the journey since it was asked first.
      if ('ignored' in decision || (type === 'DeadlinePassed' && order.status === 'cancelling')) continue
      const said = decision.messages.map((message) => message.type)
      const added = decision.order.journey.slice(order.journey.length)
      expect(
        added.map((entry) => entry.type),
        type,
      ).toEqual([type, ...said])
      expect(added.map(({ position }) => position)).toEqual(added.map((_, i) => order.journey.length + i + 1))
    }
  })

  it('is cancellable when a wish to cancel is heard', () => {
    expect(isCancellable(order)).toBe(!('ignored' in reaction(order, 'CancellationRequested')))
  })
})
