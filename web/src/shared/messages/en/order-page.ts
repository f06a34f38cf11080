import { asSentence } from '../../sentence.ts'

/** What an order's page says at first sight. */
export default {
  title: (number: string) => `Order ${number}`,
  heading: 'Your order',
  placed: (day: string) => `placed ${day}`,

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
}
