import type { DataOf } from '@aos/contracts/messages'
import { formatMoney } from '@aos/contracts/money'
import type { Address, PricedLine } from '@aos/contracts/order-parts'
import { type AccountAnnouncement, accountLetterFor } from './account-letters.ts'
import { billRows } from './bill-rows.ts'
import { facts, type Letter, link, type OrderLine, order, paragraph, quote } from './letter.ts'

export const announcedTypes = [
  'OrderApproved',
  'OrderRejected',
  'OrderCancelled',
  'ShipmentDispatched',
  'ShipmentDelivered',
] as const
/** What customers get an e-mail about: what becomes of their orders. */
export type Announced = (typeof announcedTypes)[number]

type OrderAnnouncement = { [T in Announced]: { type: T; data: DataOf<T> } }[Announced]
export type Announcement = OrderAnnouncement | AccountAnnouncement

export const isAboutOrder = (about: Announcement): about is OrderAnnouncement => 'orderId' in about.data

/** @param shopUrl where the order pages are: `<shopUrl>/orders/<id>`. */
export function letterFor(about: Announcement, shopUrl: string): Letter {
  if (!isAboutOrder(about)) return accountLetterFor(about, shopUrl.replace(/\/$/, ''))
  const { type, data } = about
  const { blocks, ...rest } = (letters[type] as (data: DataOf<Announced>) => Content)(data)
  const href = `${shopUrl.replace(/\/$/, '')}/orders/${data.orderId}`
  return {
    ...rest,
    recipient: data.customer,
    footnote: 'You get this e-mail because of an order at our store.',
    blocks: [...blocks, link('See your order', href), facts(['Order', data.orderId])],
  }
}

type Content = Pick<Letter, 'subject' | 'title' | 'blocks'>

const letters: { [T in Announced]: (data: DataOf<T>) => Content } = {
  OrderApproved: ({ customer, lines, total, ...bill }) => ({
    subject: `Your order of ${formatMoney(total)} is confirmed`,
    title: 'Thank you for your order',
    blocks: [
      paragraph('Your payment went through and your items are set aside. This is what we will send you:'),
      order(
        lines.map((line) => orderLine(line, total.currency)),
        billRows({ ...bill, total }),
      ),
      facts(['Ship to', addressLine(customer.name, customer.address)]),
      paragraph('We write again as soon as the parcel is on its way.'),
    ],
  }),

  OrderRejected: ({ reason, detail, total }) => ({
    subject: 'We could not complete your order',
    title: rejections[reason].title,
    blocks: [
      paragraph(rejections[reason].text),
      quote(detail),
      paragraph(`You have not been charged: the ${formatMoney(total)} stay with you.`),
      paragraph(rejections[reason].advice),
    ],
  }),

  OrderCancelled: ({ reason, total, refunded }) => ({
    subject: refunded ? 'Your order is cancelled and refunded' : 'Your order is cancelled',
    title: 'Your order is cancelled',
    blocks: [
      paragraph(cancellations[reason]),
      paragraph(moneyBack(refunded)),
      order(
        [],
        [
          ['Your order', formatMoney(total)],
          refunded
            ? ['Returned to you', formatMoney(refunded)]
            : ['Charged', formatMoney({ ...total, amount: 0 })],
        ],
      ),
    ],
  }),

  ShipmentDispatched: ({ trackingNumber }) => ({
    subject: 'Your parcel is on its way',
    title: 'Your parcel is on its way',
    blocks: [
      paragraph('The shipment company picked up your parcel. With this number it can be followed:'),
      facts(['Tracking number', trackingNumber]),
    ],
  }),

  ShipmentDelivered: ({ trackingNumber }) => ({
    subject: 'Your parcel has arrived',
    title: 'Your parcel has arrived',
    blocks: [
      paragraph('The shipment company tells us that your parcel was delivered. Enjoy what is inside!'),
      facts(['Tracking number', trackingNumber]),
      paragraph('If you cannot find it, ask your neighbours first, then us.'),
    ],
  }),
}

const rejections = {
  unavailable: {
    title: 'Some items are no longer available',
    text: 'Somebody was a little faster, and there is not enough left for your order:',
    advice: 'You are welcome to order again with what is left.',
  },
  'price-changed': {
    title: 'A price has changed',
    text: 'While you were shopping a price changed, and you should not pay what you have not seen:',
    advice: 'The shop shows the current prices; please look at them and order again if you like.',
  },
  'payment-declined': {
    title: 'Your payment was declined',
    text: 'The payment did not go through. This is the reason that we were given:',
    advice: 'Please order again with another card, or ask your bank.',
  },
} as const satisfies Record<
  DataOf<'OrderRejected'>['reason'],
  { title: string; text: string; advice: string }
>

const cancellations = {
  customer: 'As you asked, we cancelled your order. Nothing will be sent.',
  deadline: 'We are sorry: we could not complete your order in time and cancelled it. Nothing will be sent.',
  'shipment-failed':
    'We are sorry: the shipment company could not carry your parcel, so we cancelled your order.',
} as const satisfies Record<DataOf<'OrderCancelled'>['reason'], string>

const moneyBack = (refunded: DataOf<'OrderCancelled'>['refunded']): string =>
  refunded
    ? `We returned ${formatMoney(refunded)} to you. Your bank may take a few days to show it.`
    : 'You have not been charged.'

const orderLine = ({ quantity, name, unitPrice }: PricedLine, currency: string): OrderLine => ({
  what: quantity === 1 ? name : `${quantity} × ${name}`,
  ...(quantity > 1 && { each: `${formatMoney({ amount: unitPrice, currency })} each` }),
  amount: formatMoney({ amount: quantity * unitPrice, currency }),
})

const countries = new Intl.DisplayNames('en', { type: 'region' })

const addressLine = (name: string, { street, postalCode, city, country }: Address): string =>
  [name, street, `${postalCode} ${city}`, countries.of(country) ?? country].join(', ')
