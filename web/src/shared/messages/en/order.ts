import { asSentence } from '../../sentence.ts'

export default {
  title: (number: string) => `Order ${number}`,
  heading: 'Your order',
  placed: (day: string) => `placed ${day}`,
  destination: 'Where it goes',

  status: {
    label: 'Status',
    next: 'Next:',
    placed: {
      headline: 'Thank you, we have your order',
      now: 'We are setting your items aside.',
      next: 'the payment. This page follows along by itself.',
    },
    awaitingPayment: {
      headline: 'Your items are set aside',
      now: (amount: string) => `Your payment of ${amount} is going through. Some banks take a moment.`,
      next: (email: string) => `we pack your parcel, and write to ${email}.`,
    },
    approved: {
      headline: 'Your order is confirmed',
      packing: 'It is paid for, and we are packing it.',
      booked: 'It is paid for, and the shipment company is coming for your parcel.',
      next: (email: string) => `it leaves, and we write to ${email} when it does.`,
    },
    shipped: {
      headline: 'On its way to you',
      now: 'The shipment company has your parcel.',
      next: 'it arrives, and we write to you when it does.',
    },
    delivered: { headline: 'Delivered', now: 'We hope you enjoy it.' },
    rejected: { headline: 'We could not take this order' },
    cancelling: {
      headline: 'Calling it off…',
      parcel: 'We are stopping the parcel. If that works, all of your money goes back to you.',
      payment: 'We are stopping the payment. If your bank was faster, all of your money goes back to you.',
      next: 'we tell you here and by e-mail how it ended.',
    },
    cancelled: { headline: 'Order cancelled' },
    tooLate: 'You asked to cancel, but it had already left.',
  },

  /** Why it came to nothing. */
  reasons: {
    unavailable: 'Something in it is no longer available in the number you wanted.',
    'price-changed':
      'A price changed between the moment you saw it and the moment you ordered, and you should not pay what you have not seen.',
    'payment-declined': 'The payment was declined.',
    customer: 'You cancelled it.',
    deadline: 'It took longer than we allow ourselves, so we called it off. We are sorry.',
    'shipment-failed': 'The shipment company could not carry your parcel. We are sorry.',
  },
  /** What a bank or the shipment company says of it. */
  detail: (detail: string, _reason: string | undefined) => asSentence(detail),
  /** How it can still come to something. */
  waysOn: {
    unavailable: 'Put the rest back into your cart, and take as many as there are.',
    'price-changed': 'Put the items back into your cart to see what they cost today.',
    'payment-declined':
      'Put the items back into your cart and pay with another card, or ask your bank what it was.',
    customer: 'If you change your mind again, put the items back into your cart.',
    deadline: 'Put the items back into your cart to try once more.',
    'shipment-failed': 'Put the items back into your cart to try once more, perhaps to another address.',
  },
  shortage: (wanted: number, left: number) =>
    `you wanted ${wanted}, ${left === 0 ? 'none is left' : `${left} ${left === 1 ? 'is' : 'are'} left`}`,

  /** In a list of steps short, in a text long. */
  money: {
    returned: (amount: string) => ({
      short: `${amount} returned to you`,
      long: `We returned all of your ${amount}. Your bank may take a few days to show it.`,
    }),
    returning: (amount: string) => ({
      short: `Returning your ${amount}`,
      long: `We are returning all of your ${amount} the way you paid.`,
    }),
    nothing: { short: 'Nothing was charged', long: 'You have not been charged.' },
  },
  cancellation: {
    heading: 'Changed your mind?',
    until: 'You can cancel until it leaves.',
    cancel: 'Cancel order',
    cancelling: 'Cancelling…',
    hasLeft: 'It has left, so it can no longer be cancelled.',
    failed: 'It could not be cancelled',
    question: 'Cancel this order?',
    keep: 'Keep it',
    confirm: 'Yes, cancel it',
    tooLate: 'It is too late',
    tooLateText: 'While you were looking at this, the order went on: it can no longer be cancelled.',
    close: 'Close',
    /** What becomes of the money. */
    notCharged: 'Nothing has been charged yet, and nothing will be.',
    stopsPayment: (amount: string) =>
      `We stop the payment. If your bank was faster, all of the ${amount} goes back to you.`,
    refunds: (amount: string) =>
      `Nothing is sent, and all of your ${amount} goes back the way you paid. Your bank may take a few days to show it.`,
  },

  items: {
    heading: 'What is in it',
    label: 'Items',
    quantity: (count: number) => `Quantity ${count}`,
  },
  parcel: {
    heading: 'Your parcel',
    trackingNumber: 'Tracking number at the shipment company',
    reports: 'What it reports',
    states: {
      ShipmentDelivered: 'Delivered',
      ShipmentDispatched: 'In transit',
      ShipmentBooked: 'Announced, not picked up yet',
    },
  },

  way: {
    going: 'How it is going',
    over: 'How it went',
    states: { done: 'Done', now: 'Happening now', next: 'To come', skipped: 'Will not happen' },
    /** How each stretch is called when it is over, under way, and to come. */
    stretches: {
      OrderPlaced: { done: 'Order placed', now: 'Placing your order', next: 'Order placed' },
      ItemsReserved: {
        done: 'Items set aside for you',
        now: 'Setting your items aside',
        next: 'Items set aside',
      },
      PaymentSucceeded: { done: 'Payment received', now: 'Waiting for your payment', next: 'Payment' },
      ItemsPicked: { done: 'Packed', now: 'Packing your parcel', next: 'Packing' },
      ShipmentDispatched: {
        done: 'Picked up by the shipment company',
        now: 'Waiting to be picked up',
        next: 'Pick-up',
      },
      ShipmentDelivered: { done: 'Delivered', now: 'On its way to you', next: 'Delivery' },
    },
    tooLate: 'Your wish to cancel came when it had already left.',
    causes: {
      ItemsUnavailable: 'Not enough left of your items',
      PaymentFailed: 'Payment declined',
      CancellationRequested: 'You asked to cancel',
      DeadlinePassed: 'It took too long',
      ShipmentFailed: 'The shipment company could not carry it',
      PriceChanged: 'A price had changed',
      PaymentCancelled: 'Payment called off',
    },
    cancelled: 'Order cancelled',
    stoppingParcel: 'Stopping the parcel',
    stoppingPayment: 'Stopping the payment',
  },

  operators: {
    summary: 'For operators',
    loading: 'Loading…',
    order: 'Order',
    trace: 'Trace',
    noTrace: 'none',
    caption: 'Messages of this order',
    position: 'No.',
    message: 'Message',
    time: 'Time',
    since: 'Since placed',
    note: 'Note',
    inProgress: 'in progress · ',
    /** A step of the journey in the contracts, by its title there. */
    step: (title: string) => title,
    /** What has no title there. */
    entries: {
      ShipmentDispatched: 'On its way to you',
      ShipmentDelivered: 'Delivered',
      ItemsUnavailable: 'Some items are not available',
      PaymentFailed: 'Payment declined',
      OrderRejected: 'Order rejected',
      CancellationRequested: 'You asked to cancel',
      DeadlinePassed: 'It took too long',
      CancelPayment: 'Asked to stop the payment',
      PaymentCancelled: 'Payment stopped',
      CancelShipment: 'Asked to stop the parcel',
      ShipmentCancelled: 'No parcel will be sent',
      ShipmentFailed: 'The carrier could not take the parcel',
      RefundPayment: 'Asked for your money back',
      PaymentRefunded: 'Your money is on its way back',
      OrderCancelled: 'Order cancelled',
      CustomerNotified: 'E-mail sent to you',
    },
  },
}
