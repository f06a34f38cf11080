import type { DataOf } from '@aos/contracts/messages'

const rejections = {
  unavailable: {
    title: 'Some items are no longer available',
    text: 'Somebody was a little faster, and there is not enough left for your order:',
    advice: 'You are welcome to order again with what is left.',
  },
  'price-changed': {
    title: 'A price has changed',
    text: 'While you were shopping a price changed, and you should not pay what you have not seen.',
    advice: 'The shop shows the current prices; please look at them and order again if you like.',
  },
  'payment-declined': {
    title: 'Your payment was declined',
    text: 'The payment did not go through.',
    advice: 'Please order again with another card, or ask your bank.',
  },
} satisfies Record<DataOf<'OrderRejected'>['reason'], Record<'title' | 'text' | 'advice', string>>

const cancellations = {
  customer: 'As you asked, we cancelled your order. Nothing will be sent.',
  deadline: 'We are sorry: we could not complete your order in time and cancelled it. Nothing will be sent.',
  'shipment-failed':
    'We are sorry: the shipment company could not carry your parcel, so we cancelled your order.',
} satisfies Record<DataOf<'OrderCancelled'>['reason'], string>

/** All that letters say in English; another language that misses a message, or has one more, does not compile. */
const english = {
  greeting: (name: string) => `Hello ${name},`,
  footnotes: {
    order: 'You get this e-mail because of an order at our store.',
    account: 'You get this e-mail because somebody entered this address at our store.',
  },
  seeOrder: 'See your order',
  order: 'Order',
  shipTo: 'Ship to',
  trackingNumber: 'Tracking number',
  bill: {
    each: (price: string) => `${price} each`,
    items: 'Items',
    delivery: 'Delivery',
    deliveryBy: (name: string) => `${name} delivery`,
    free: 'Free',
    withTax: (tax: string) => `In it ${tax}`,
    total: 'Total',
    totalToday: 'Total today',
    returned: 'Returned to you',
    charged: 'Charged',
  },
  approved: {
    subject: (total: string) => `Your order of ${total} is confirmed`,
    title: 'Thank you for your order',
    text: 'Your payment went through and your items are set aside. This is what we will send you:',
    next: 'We write again as soon as the parcel is on its way.',
  },
  rejected: {
    subject: 'We could not complete your order',
    reasons: rejections,
    shortage: (wanted: number, left: number) => `${wanted} wanted, ${left === 0 ? 'none' : left} left`,
    given: 'This is the reason that we were given:',
    detail: (detail: string, _reason: string) => detail,
    shown: (total: string) => `You were shown a total of ${total}. This is what it costs now:`,
    ordered: 'This was your order:',
    notCharged: (total: string) => `You have not been charged: the ${total} stay with you.`,
  },
  cancelled: {
    subject: 'Your order is cancelled',
    subjectRefunded: 'Your order is cancelled and refunded',
    title: 'Your order is cancelled',
    reasons: cancellations,
    refunded: (amount: string) => `We returned ${amount} to you. Your bank may take a few days to show it.`,
    notCharged: 'You have not been charged.',
  },
  dispatched: {
    subject: 'Your parcel is on its way',
    title: 'Your parcel is on its way',
    text: 'The shipment company picked up your parcel. With this number it can be followed:',
    contents: 'This is in it:',
  },
  delivered: {
    subject: 'Your parcel has arrived',
    title: 'Your parcel has arrived',
    text: 'The shipment company tells us that your parcel was delivered. Enjoy what is inside!',
    missing: 'If you cannot find it, ask your neighbours first, then us.',
    contents: 'This was in it:',
  },
  verification: {
    subject: 'Please verify your e-mail address',
    title: 'Is this your e-mail address?',
    text: 'Somebody, we hope you, made an account with this address at our store.',
    ifYou: 'If it was you, verify it, and you will also find what you ordered as a guest:',
    action: 'Verify my address',
    ifNot: 'If it was not you, there is nothing to do: without this step the address stays unverified.',
  },
  passwordReset: {
    subject: 'Choose a new password',
    title: 'Choose a new password',
    text: 'Somebody, we hope you, asked for a new password for your account.',
    action: 'Choose a new password',
    once: (minutes: number) =>
      `The link works once, within ${minutes} minutes. If you did not ask for it, there is nothing to do: your password stays as it is.`,
  },
}

export type Words = typeof english
export default english
