import type { DataOf } from '@aos/contracts/messages'
import { type AccountAnnouncement, accountAnnouncedTypes } from './account-letters.ts'
import type { Letter } from './letter.ts'
import { type Announced, type Announcement, announcedTypes, letterFor } from './letters.ts'

export const orderId = '0198d1c4-5e1b-7cc3-9d3a-0242ac120002'
export const contact = { name: 'Ada Example', email: 'ada@example.com' }
const eur = (amount: number) => ({ amount, currency: 'EUR' })

const data: { [T in Announced]: DataOf<T> } = {
  OrderApproved: {
    orderId,
    customer: {
      ...contact,
      address: { street: 'Main Street 1', postalCode: '12345', city: 'Springfield', country: 'DE' },
    },
    lines: [
      { sku: 'KET-001', quantity: 2, name: 'Kettle', unitPrice: 3900 },
      { sku: 'MUG-001', quantity: 1, name: 'Mug', unitPrice: 1250 },
    ],
    delivery: { id: 'standard', name: 'Standard', time: '2–4 working days' },
    totals: { items: eur(9050), delivery: eur(0), tax: eur(1445) },
    tax: { name: 'VAT', rate: 19, included: true },
    total: eur(9050),
  },
  OrderRejected: {
    orderId,
    customer: contact,
    total: eur(9050),
    reason: 'payment-declined',
    detail: 'Your card has insufficient funds.',
  },
  OrderCancelled: { orderId, customer: contact, total: eur(9050), reason: 'customer', refunded: eur(9050) },
  ShipmentDispatched: { orderId, customer: contact, trackingNumber: 'AW000000001CR' },
  ShipmentDelivered: { orderId, customer: contact, trackingNumber: 'AW000000001CR' },
}

const account = { accountId: orderId, customer: contact, token: 'a+b/c=', minutes: 60 }

export const anAnnouncement = <T extends Announced>(type: T, overrides: Partial<DataOf<T>> = {}) => ({
  type,
  data: { ...data[type], ...overrides },
})

const shop = 'https://shop.example/'

export const aLetterAbout = <T extends Announced>(type: T, overrides: Partial<DataOf<T>> = {}): Letter =>
  letterFor(anAnnouncement(type, overrides) as unknown as Announcement, shop)

export const anAccountLetter = (type: AccountAnnouncement['type']): Letter =>
  letterFor({ type, data: account } as AccountAnnouncement, shop)

const manyLines = Array.from({ length: 12 }, (_, i) => ({
  sku: `LMP-${i}`,
  quantity: 1 + (i % 3),
  name:
    i === 1
      ? 'The Unreasonably Long-Winded Donaudampfschifffahrtsgesellschaftskapitänsmützenständer of Solid Walnut'
      : `Lamp of the ${i + 1}. kind`,
  unitPrice: 1995 + 1000 * i,
}))

/** Each letter that there is, and those that are hard to lay out. */
export const sampleLetters: Record<string, Letter> = {
  ...Object.fromEntries(announcedTypes.map((type) => [type, aLetterAbout(type)])),
  ...Object.fromEntries(accountAnnouncedTypes.map((type) => [type, anAccountLetter(type)])),
  'OrderApproved, long': aLetterAbout('OrderApproved', {
    lines: manyLines,
    total: eur(manyLines.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0)),
    customer: {
      ...data.OrderApproved.customer,
      name: 'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren <von> & "zu" O’Neill',
    },
  }),
  'OrderRejected, unavailable': aLetterAbout('OrderRejected', {
    reason: 'unavailable',
    detail: 'KET-001: 2 wanted, 1 left',
  }),
  'OrderCancelled, not charged': aLetterAbout('OrderCancelled', { reason: 'deadline', refunded: undefined }),
}
