import { type Language, languageCodes, usualLanguage } from '@aos/contracts/languages'
import type { DataOf } from '@aos/contracts/messages'
import { type AccountAnnouncement, accountAnnouncedTypes } from './account-letters.ts'
import type { Letter } from './letter.ts'
import { type Announced, type Announcement, announcedTypes, letterFor } from './letters.ts'

export const orderId = '0198d1c4-5e1b-7cc3-9d3a-0242ac120002'
export const contact = { name: 'Ada Example', email: 'ada@example.com' }
const eur = (amount: number) => ({ amount, currency: 'EUR' })

const ordered = {
  lines: [
    { sku: 'KET-001', quantity: 2, name: 'Kettle', unitPrice: 3900 },
    { sku: 'MUG-001', quantity: 1, name: 'Mug', unitPrice: 1250 },
  ],
  delivery: { id: 'standard', name: 'Standard', time: '2–4 working days' },
  totals: { items: eur(9050), delivery: eur(0), tax: eur(1445) },
  tax: { name: 'VAT', rate: 19, included: true },
  total: eur(9050),
}

const data: { [T in Announced]: DataOf<T> } = {
  OrderApproved: {
    orderId,
    customer: {
      ...contact,
      address: { street: 'Main Street 1', postalCode: '12345', city: 'Springfield', country: 'DE' },
    },
    ...ordered,
  },
  OrderRejected: {
    orderId,
    customer: contact,
    reason: 'payment-declined',
    detail: 'Your card has insufficient funds.',
    ...ordered,
  },
  OrderCancelled: { orderId, customer: contact, reason: 'customer', refunded: eur(9050), ...ordered },
  ShipmentDispatched: { orderId, customer: contact, trackingNumber: 'AW000000001CR', ...ordered },
  ShipmentDelivered: { orderId, customer: contact, trackingNumber: 'AW000000001CR', ...ordered },
}

const account = { accountId: orderId, customer: contact, token: 'a+b/c=', minutes: 60 }

export const anAnnouncement = <T extends Announced>(type: T, overrides: Partial<DataOf<T>> = {}) => ({
  type,
  data: { ...data[type], ...overrides },
})

const shop = 'https://shop.example/'

const inLanguage = (about: unknown, language: string | undefined): Announcement => {
  const { type, data } = about as Announcement
  return { type, data: { ...data, customer: { ...data.customer, language } } } as Announcement
}

export const aLetterAbout = <T extends Announced>(
  type: T,
  overrides: Partial<DataOf<T>> = {},
  language?: string,
): Letter => letterFor(inLanguage(anAnnouncement(type, overrides), language), shop)

export const anAccountLetter = (type: AccountAnnouncement['type'], language?: string): Letter =>
  letterFor(inLanguage({ type, data: account }, language), shop)

const manyLines = Array.from({ length: 12 }, (_, i) => ({
  sku: `LMP-${i}`,
  quantity: 1 + (i % 3),
  name:
    i === 1
      ? 'The Unreasonably Long-Winded Donaudampfschifffahrtsgesellschaftskapitänsmützenständer of Solid Walnut'
      : `Lamp of the ${i + 1}. kind`,
  unitPrice: 1995 + 1000 * i,
}))

/** What messages did not say before. */
export const fromBefore = { lines: undefined, delivery: undefined, totals: undefined, tax: undefined }

/** Each letter that there is, and those that are hard to lay out or tell something else. */
const lettersIn = (language: Language): Record<string, Letter> => ({
  ...Object.fromEntries(announcedTypes.map((type) => [type, aLetterAbout(type, {}, language)])),
  ...Object.fromEntries(accountAnnouncedTypes.map((type) => [type, anAccountLetter(type, language)])),
  'OrderApproved, long': aLetterAbout(
    'OrderApproved',
    {
      lines: manyLines,
      total: eur(manyLines.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0)),
      customer: {
        ...data.OrderApproved.customer,
        name: 'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren <von> & "zu" O’Neill',
      },
    },
    language,
  ),
  'OrderRejected, unavailable': aLetterAbout(
    'OrderRejected',
    {
      reason: 'unavailable',
      detail: 'KET-001: 2 wanted, 1 left; GONE-1: 1 wanted, 0 left',
      shortages: [
        { sku: 'KET-001', requested: 2, left: 1 },
        { sku: 'GONE-1', requested: 1, left: 0 },
      ],
      lines: [...ordered.lines, { sku: 'GONE-1', quantity: 1 }],
      totals: undefined,
    },
    language,
  ),
  'OrderRejected, price changed': aLetterAbout(
    'OrderRejected',
    {
      reason: 'price-changed',
      detail: 'Prices changed since they were shown; nothing was charged.',
      total: eur(8950),
    },
    language,
  ),
  'OrderCancelled, not charged': aLetterAbout(
    'OrderCancelled',
    { reason: 'deadline', refunded: undefined },
    language,
  ),
  'OrderCancelled, lost': aLetterAbout(
    'OrderCancelled',
    { reason: 'shipment-failed', detail: 'the parcel was lost' },
    language,
  ),
  'ShipmentDispatched, from before': aLetterAbout(
    'ShipmentDispatched',
    { ...fromBefore, total: undefined },
    language,
  ),
})

/** Named as `OrderApproved`, and as `OrderApproved, de` in another language than the usual one. */
export const sampleLetters: Record<string, Letter> = Object.fromEntries(
  languageCodes.flatMap((language) =>
    Object.entries(lettersIn(language)).map(([name, letter]) => [
      language === usualLanguage ? name : `${name}, ${language}`,
      letter,
    ]),
  ),
)
