import { describe, expect, it } from 'vitest'
import type { ChargeFact, Facts, MailFact, OrderFact, ParcelFact } from './facts.ts'
import { checkInvariants, type Strictness } from './invariants.ts'

const email = 'ada@example.com'
const anOrder = (id: string, status: OrderFact['status']): OrderFact => ({
  id,
  status,
  total: 100,
  parts: { items: 75, delivery: 25, tax: 16, taxIncluded: true },
  currency: 'EUR',
  email,
})
const aCharge = (orderId: string, given: Partial<ChargeFact> = {}): ChargeFact => ({
  paymentIntent: `pi-${orderId}`,
  orderId,
  currency: 'eur',
  captured: 100,
  refunded: 0,
  status: 'succeeded',
  ...given,
})
const aParcel = (reference: string, status: ParcelFact['status']): ParcelFact => ({
  id: `parcel-${reference}`,
  reference,
  status,
})
const aMail = (orderId: string, about: string, given: Partial<MailFact> = {}): MailFact => ({
  messageId: `${orderId}-${about}`,
  orderId,
  about,
  to: [email],
  ...given,
})
const lines = [{ sku: 'KET-001', quantity: 2 }]

/** A store in which every kind of end happened, and nothing is wrong. */
const sound: Facts = {
  acceptedIds: ['delivered', 'approved', 'short', 'declined', 'cancelled', 'lost'],
  orders: [
    anOrder('delivered', 'delivered'),
    anOrder('approved', 'approved'),
    anOrder('short', 'rejected'),
    anOrder('declined', 'rejected'),
    anOrder('cancelled', 'cancelled'),
    anOrder('lost', 'cancelled'),
  ],
  shelves: [{ sku: 'KET-001', onHand: 6, reserved: 0, restocked: 10 }],
  reservations: [
    { orderId: 'delivered', status: 'picked', lines },
    { orderId: 'approved', status: 'picked', lines },
    { orderId: 'short', status: 'unavailable', lines: [] },
    { orderId: 'declined', status: 'released', lines },
    { orderId: 'cancelled', status: 'returned', lines },
    { orderId: 'lost', status: 'returned', lines },
  ],
  charges: [
    aCharge('delivered'),
    aCharge('approved'),
    aCharge('declined', { captured: 0, status: 'requires_payment_method' }),
    aCharge('cancelled', { refunded: 100 }),
    aCharge('lost', { refunded: 100 }),
  ],
  parcels: [
    aParcel('delivered', 'delivered'),
    aParcel('approved', 'booked'),
    aParcel('cancelled', 'cancelled'),
    aParcel('lost', 'lost'),
  ],
  emails: [],
  mails: [
    aMail('delivered', 'OrderApproved'),
    aMail('delivered', 'ShipmentDispatched'),
    aMail('delivered', 'ShipmentDelivered'),
    aMail('approved', 'OrderApproved'),
    aMail('short', 'OrderRejected'),
    aMail('declined', 'OrderRejected'),
    aMail('cancelled', 'OrderApproved'),
    aMail('cancelled', 'OrderCancelled'),
    aMail('lost', 'OrderCancelled'),
  ],
  outboxes: [{ service: 'orders', waiting: 0 }],
  deadLetters: [],
}

const problemsIn = (facts: Partial<Facts>, strictness?: Strictness) =>
  checkInvariants({ ...sound, ...facts }, strictness).map(({ violations }) =>
    violations.map(({ subject, problem }) => `${subject}: ${problem}`),
  )

/** The problems of one invariant, when all the others hold. */
function onlyProblems(invariant: number, facts: Partial<Facts>, strictness?: Strictness): string[] {
  const all = problemsIn(facts, strictness)
  const others = all.filter((_, i) => i !== invariant - 1)
  expect(others.flat()).toEqual([])
  return all[invariant - 1] ?? []
}

const replace = <T>(all: readonly T[], one: T, by: Partial<T>[]): T[] =>
  all.flatMap((it) => (it === one ? by.map((change) => ({ ...it, ...change })) : it))

it('a sound store has no violations', () => {
  expect(problemsIn({}).flat()).toEqual([])
})

describe('invariant 1 finds', () => {
  it('an accepted order that does not exist', () => {
    expect(onlyProblems(1, { acceptedIds: ['nobody'] })).toEqual(['nobody: was accepted, but does not exist'])
  })

  it.each(['placed', 'awaiting-payment', 'cancelling'] as const)('an order that is still %s', (status) => {
    expect(onlyProblems(1, { orders: [...sound.orders, anOrder('stuck', status)] })).toEqual([
      `stuck: is still ${status}`,
    ])
  })

  it('an order on its way, when all must have arrived', () => {
    expect(onlyProblems(1, {}, { untilDelivered: true })).toEqual(['approved: is still approved'])
  })
})

describe('invariant 2 finds', () => {
  const [shelf] = sound.shelves as [Facts['shelves'][number]]

  it.each([
    ['items that vanished', { onHand: 5 }, '10 came in, but 5 on hand + 4 sold'],
    ['items that were sold twice', { onHand: 7 }, '10 came in, but 7 on hand + 4 sold'],
    ['items that are held for nobody', { reserved: 1 }, '1 held, but open reservations hold 0'],
  ])('%s', (_, change, problem) => {
    expect(onlyProblems(2, { shelves: [{ ...shelf, ...change }] })).toEqual([`KET-001: ${problem}`])
  })

  it('more held than there are', () => {
    const reservations = [
      ...sound.reservations,
      { orderId: 'x', status: 'reserved' as const, lines: [{ sku: 'KET-001', quantity: 7 }] },
    ]
    expect(onlyProblems(2, { reservations, shelves: [{ ...shelf, reserved: 7 }] })).toEqual([
      'KET-001: 7 held of 6 on hand',
    ])
  })

  it('a rejected order that still holds its items', () => {
    const declined = sound.reservations.find(
      ({ orderId }) => orderId === 'declined',
    ) as (typeof sound.reservations)[number]
    const reservations = replace(sound.reservations, declined, [{ status: 'reserved' }])
    expect(onlyProblems(2, { reservations, shelves: [{ ...shelf, reserved: 2 }] })).toEqual([
      'declined: is rejected, but its items are reserved',
    ])
  })
})

describe('invariant 3 finds', () => {
  const [delivered, , declined, cancelled] = sound.charges as [ChargeFact, ChargeFact, ChargeFact, ChargeFact]

  it.each([
    ['an approved order that nobody paid', delivered, [], 'delivered: is delivered, but it has 0 charges'],
    [
      'an order charged twice',
      delivered,
      [{}, { paymentIntent: 'pi-2' }],
      'delivered: is delivered, but it has 2 charges',
    ],
    [
      'another amount',
      delivered,
      [{ captured: 99 }],
      'delivered: is delivered, but 99 was charged instead of 100',
    ],
    [
      'another currency',
      delivered,
      [{ currency: 'usd' }],
      'delivered: is delivered, but it was charged in usd',
    ],
    [
      'a refund of a delivered order',
      delivered,
      [{ refunded: 100 }],
      'delivered: is delivered, but 100 was returned',
    ],
    [
      'a charge of a rejected order',
      declined,
      [{ captured: 100, status: 'succeeded' }],
      'declined: is rejected, but 100 was charged and 0 returned',
    ],
    [
      'a refund that lacks something',
      cancelled,
      [{ refunded: 40 }],
      'cancelled: is cancelled, but 100 was charged and 40 returned',
    ],
    [
      'a charge that may still come',
      declined,
      [{ status: 'processing' }],
      'declined: is rejected, but its payment is still processing at the broker',
    ],
    [
      'a charge for nobody',
      declined,
      [{}, { orderId: 'nobody', paymentIntent: 'pi-x' }],
      'pi-x: is a charge for an order that does not exist',
    ],
  ])('%s', (_, charge, by, problem) => {
    expect(onlyProblems(3, { charges: replace(sound.charges, charge, by) })).toEqual([problem])
  })
})

describe('invariant 3', () => {
  const [delivered, ...others] = sound.orders as [OrderFact, ...OrderFact[]]
  const parts = { items: 70, delivery: 20, tax: 10, taxIncluded: false }
  const problemsWith = (given: OrderFact['parts']) =>
    onlyProblems(3, { orders: [{ ...delivered, parts: given }, ...others] })

  it('finds a total that its parts do not come to', () => {
    const problem = 'delivered: its total is 100, but its parts come to 90'
    expect(problemsWith({ ...parts, taxIncluded: true })).toEqual([problem])
  })

  it('is content with tax that was added, and with orders that do not tell', () => {
    expect(problemsWith(parts)).toEqual([])
    expect(problemsWith(null)).toEqual([])
  })
})

describe('invariant 4 finds', () => {
  const [delivered, approved, cancelled] = sound.parcels as [ParcelFact, ParcelFact, ParcelFact]

  it.each([
    ['an approved order without a parcel', approved, [], 'approved: is approved, but it has 0 parcels'],
    [
      'two parcels for one order',
      approved,
      [{}, { id: 'again' }],
      'approved: is approved, but it has 2 parcels',
    ],
    [
      'a delivered order whose parcel is not',
      delivered,
      [{ status: 'dispatched' as const }],
      'delivered: is delivered, but its parcel is dispatched',
    ],
    [
      'a cancelled order whose parcel moves',
      cancelled,
      [{ status: 'dispatched' as const }],
      'cancelled: is cancelled, but its parcel is dispatched',
    ],
    [
      'a parcel for nobody',
      approved,
      [{}, { id: 'p', reference: 'nobody' }],
      'p: is a parcel for an order that does not exist',
    ],
  ])('%s', (_, parcel, by, problem) => {
    expect(onlyProblems(4, { parcels: replace(sound.parcels, parcel, by) })).toEqual([problem])
  })
})

describe('invariant 5', () => {
  const rejection = sound.mails.find(({ orderId }) => orderId === 'short') as MailFact

  it.each([
    ['an e-mail that never came', [], 'short: is rejected, but no e-mail about OrderRejected came'],
    ['an e-mail that came twice', [{}, {}], 'short: 2 e-mails about OrderRejected came'],
    [
      'two e-mails that say the same',
      [{}, { messageId: 'other' }],
      'short: 2 e-mails about OrderRejected came',
    ],
    [
      'an e-mail to somebody else',
      [{ to: ['eve@example.com'] }],
      'short: an e-mail went to eve@example.com instead of ada@example.com',
    ],
    [
      'an e-mail about nothing',
      [{}, { orderId: 'nobody', messageId: 'm' }],
      'm: is an e-mail about an order that does not exist',
    ],
  ])('finds %s', (_, by, problem) => {
    expect(onlyProblems(5, { mails: replace(sound.mails, rejection, by) })).toEqual([problem])
  })

  const twice = replace(sound.mails, rejection, [{}, {}])

  it('allows the same e-mail twice when an answer of the mail server was lost', () => {
    const emails = [{ orderId: 'short', about: 'OrderRejected', status: 'sent' as const, attempts: 2 }]
    expect(onlyProblems(5, { mails: twice, emails })).toEqual([])
    expect(onlyProblems(5, { mails: twice }, { afterFaults: true })).toEqual([])
  })

  it('still finds two different e-mails that say the same, whatever was lost', () => {
    const different = replace(sound.mails, rejection, [{}, { messageId: 'other' }])
    expect(onlyProblems(5, { mails: different }, { afterFaults: true })).toHaveLength(1)
  })

  it('allows that an e-mail is missing which the customer’s mail server refused for good', () => {
    const emails = [{ orderId: 'short', about: 'OrderRejected', status: 'failed' as const, attempts: 1 }]
    expect(onlyProblems(5, { mails: replace(sound.mails, rejection, []), emails })).toEqual([])
  })
})

describe('invariant 6 finds', () => {
  it('messages that were not published', () => {
    expect(onlyProblems(6, { outboxes: [{ service: 'stock', waiting: 3 }] })).toEqual([
      'stock: 3 messages wait in its outbox',
    ])
  })

  it('dead letters', () => {
    expect(
      onlyProblems(6, { deadLetters: [{ service: 'stock', id: 'a', reason: 'unknown message type' }] }),
    ).toEqual(['stock: dead letter a: unknown message type'])
  })
})
