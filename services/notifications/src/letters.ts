import type { DataOf } from '@aos/contracts/messages'
import type { Address } from '@aos/contracts/order-parts'
import { type AccountAnnouncement, accountLetterFor } from './account-letters.ts'
import { billRows } from './bill-rows.ts'
import { cancellation } from './cancellation.ts'
import { facts, type Letter, link, paragraph } from './letter.ts'
import { contents, orderBlock } from './order-blocks.ts'
import { rejection } from './rejection.ts'
import { type Wording, wordingIn } from './wording.ts'

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
  const shop = shopUrl.replace(/\/$/, '')
  const recipient = about.data.customer
  const wording = wordingIn(recipient.language)
  const { language, words } = wording
  const common = { language, recipient, greeting: words.greeting(recipient.name) }
  if (!isAboutOrder(about))
    return { ...common, footnote: words.footnotes.account, ...accountLetterFor(about, shop, words) }
  const { type, data } = about
  const write = letters[type] as (data: DataOf<Announced>, wording: Wording) => Content
  const { blocks, ...rest } = write(data, wording)
  return {
    ...common,
    ...rest,
    footnote: words.footnotes.order,
    blocks: [
      ...blocks,
      link(words.seeOrder, `${shop}/orders/${data.orderId}`),
      facts([words.order, data.orderId]),
    ],
  }
}

type Content = Pick<Letter, 'subject' | 'title' | 'blocks'>

const letters: { [T in Announced]: (data: DataOf<T>, wording: Wording) => Content } = {
  OrderApproved: ({ customer, lines, ...bill }, wording) => {
    const { words, money } = wording
    const { subject, title, text, next } = words.approved
    return {
      subject: subject(money(bill.total)),
      title,
      blocks: [
        paragraph(text),
        orderBlock(lines, bill.total.currency, billRows(bill, wording), wording),
        facts([words.shipTo, addressLine(customer.name, customer.address, wording)]),
        paragraph(next),
      ],
    }
  },

  OrderRejected: rejection,
  OrderCancelled: cancellation,

  ShipmentDispatched: (data, wording) => aboutParcel(data, wording, wording.words.dispatched),
  ShipmentDelivered: (data, wording) => aboutParcel(data, wording, wording.words.delivered),
}

interface ParcelWords extends Pick<Letter, 'subject' | 'title'> {
  text: string
  missing?: string
  contents: string
}

function aboutParcel(
  { trackingNumber, ...ordered }: DataOf<'ShipmentDispatched' | 'ShipmentDelivered'>,
  wording: Wording,
  { subject, title, text, missing, contents: heading }: ParcelWords,
): Content {
  return {
    subject,
    title,
    blocks: [
      paragraph(text),
      facts([wording.words.trackingNumber, trackingNumber]),
      ...(missing ? [paragraph(missing)] : []),
      ...contents(ordered, wording, heading),
    ],
  }
}

const addressLine = (
  name: string,
  { street, postalCode, city, country }: Address,
  wording: Wording,
): string => [name, street, `${postalCode} ${city}`, wording.country(country)].join(', ')
