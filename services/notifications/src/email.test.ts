import type { DataOf } from '@aos/contracts/messages'
import { describe, expect, it } from 'vitest'
import { emailOf } from './email.ts'
import { type Announced, type Announcement, announcedTypes, letterFor } from './letters.ts'

const orderId = '0198d1c4-5e1b-7cc3-9d3a-0242ac120002'
const contact = { name: 'Ada Example', email: 'ada@example.com' }
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
    total: eur(9050),
  },
  OrderRejected: {
    orderId,
    customer: contact,
    total: eur(9050),
    reason: 'unavailable',
    detail: 'KET-001: 2 wanted, 1 left',
  },
  OrderCancelled: { orderId, customer: contact, total: eur(9050), reason: 'customer', refunded: eur(9050) },
  ShipmentDispatched: { orderId, customer: contact, trackingNumber: 'AW000000001CR' },
  ShipmentDelivered: { orderId, customer: contact, trackingNumber: 'AW000000001CR' },
}

const emailAbout = <T extends Announced>(type: T, overrides: Partial<DataOf<T>> = {}) =>
  emailOf(letterFor({ type, data: { ...data[type], ...overrides } } as Announcement, 'https://shop.example/'))

/** What a reader sees of the HTML. */
const visible = (html: string) =>
  html
    .replace(/^[\s\S]*<body[^>]*>/, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')

describe.each(announcedTypes)('the e-mail about %s', (type) => {
  const { text, html } = emailAbout(type)

  it('greets by name, links to the order and names it, in text and HTML alike', () => {
    const href = `https://shop.example/orders/${orderId}`
    expect(text).toContain('Hello Ada Example,')
    expect(text).toContain(`See your order:\n${href}`)
    expect(html).toContain(`<a href="${href}"`)
    for (const twin of [text, visible(html)]) expect(twin).toContain(`Order: ${orderId}`)
  })

  it('is tidy: short lines in the text, no style sheet in the HTML', () => {
    expect(text.split('\n').filter((line) => line.length > 72)).toEqual([])
    expect(html).not.toMatch(/<style|class=|undefined/)
  })
})

const twins = (email: { text: string; html: string }) => [
  email.text.replace(/\n *(> )?/g, ' '),
  visible(email.html),
]

describe('an order that is approved', () => {
  const email = emailAbout('OrderApproved')
  it.each([
    '2 × Kettle, €39.00 each',
    '€78.00',
    'Mug',
    '€12.50',
    'Total',
    '€90.50',
    'Ada Example, Main Street 1, 12345 Springfield, Germany',
  ])('shows %s', (what) => {
    for (const twin of twins(email)) expect(twin).toContain(what)
  })
  it('says so in the subject', () => {
    expect(email.subject).toBe('Your order of €90.50 is confirmed')
  })
})

describe('an order that is rejected', () => {
  it.each([
    ['unavailable', 'KET-001: 2 wanted, 1 left', 'not enough left'],
    ['price-changed', 'Prices changed since they were shown.', 'a price changed'],
    ['payment-declined', 'Your card has insufficient funds.', 'payment did not go through'],
  ] as const)('because of %s tells why, and that nothing was charged', (reason, detail, words) => {
    const email = emailAbout('OrderRejected', { reason, detail })
    expect(email.subject).toBe('We could not complete your order')
    for (const twin of twins(email)) {
      expect(twin).toContain(words)
      expect(twin).toContain(detail)
      expect(twin).toContain('You have not been charged: the €90.50 stay with you.')
    }
  })
})

describe('an order that is cancelled', () => {
  it('and refunded names the amount', () => {
    const email = emailAbout('OrderCancelled')
    expect(email.subject).toBe('Your order is cancelled and refunded')
    for (const twin of twins(email)) expect(twin).toContain('We returned €90.50 to you.')
  })

  it('before it was charged says that nothing was charged', () => {
    const email = emailAbout('OrderCancelled', { refunded: undefined })
    expect(email.subject).toBe('Your order is cancelled')
    for (const twin of twins(email)) expect(twin).toContain('You have not been charged.')
  })

  it.each([
    ['customer', 'As you asked'],
    ['deadline', 'in time'],
    ['shipment-failed', 'shipment company could not carry'],
  ] as const)('because of %s tells why', (reason, words) => {
    for (const twin of twins(emailAbout('OrderCancelled', { reason }))) expect(twin).toContain(words)
  })
})

describe.each(['ShipmentDispatched', 'ShipmentDelivered'] as const)('a parcel: %s', (type) => {
  it('names the tracking number', () => {
    for (const twin of twins(emailAbout(type))) expect(twin).toContain('Tracking number: AW000000001CR')
  })
})

describe('what customers and others typed', () => {
  const name = `<script>alert("1")</script> & O'Neill`

  it('is escaped in HTML and left alone in text', () => {
    const { text, html } = emailAbout('OrderRejected', {
      customer: { ...contact, name },
      detail: '<img src=x onerror=alert(1)>',
    })
    expect(html).not.toMatch(/<script|<img/)
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; O&#39;Neill')
    expect(text).toContain(`Hello ${name},`)
  })

  it('does not fit into the subject', () => {
    expect(emailAbout('OrderApproved', { customer: { ...data.OrderApproved.customer, name } }).subject).toBe(
      'Your order of €90.50 is confirmed',
    )
  })
})
