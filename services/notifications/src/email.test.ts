import type { DataOf } from '@aos/contracts/messages'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emailOf } from './email.ts'
import { aLetterAbout, anAnnouncement, contact, orderId } from './letters.samples.ts'
import { type Announced, announcedTypes } from './letters.ts'
import { faultsIn, visible } from './read-html-harness.ts'

const emailAbout = <T extends Announced>(type: T, overrides: Partial<DataOf<T>> = {}) =>
  emailOf(aLetterAbout(type, overrides))

describe.each(announcedTypes)('the e-mail about %s', (type) => {
  const { text, html } = emailAbout(type)

  it('greets by name, links to the order and names it, in text and HTML alike', () => {
    const href = `https://shop.example/orders/${orderId}`
    expect(text).toContain('Hello Ada Example,')
    expect(text).toContain(`See your order:\n${href}`)
    expect(html).toContain(`href="${href}"`)
    for (const twin of [text, visible(html)]) expect(twin).toContain(`Order: ${orderId}`)
  })

  it('has short lines in the text', () => {
    expect(text.split('\n').filter((line) => line.length > 72)).toEqual([])
  })
})

const collapsed = (text: string) => text.replace(/\s+/g, ' ').trim()

const twins = (email: { text: string; html: string }) => [
  collapsed(email.text.replace(/\n *(> )?/g, ' ')),
  visible(email.html),
]

describe('an order that is approved', () => {
  const email = emailAbout('OrderApproved')
  it.each([
    '2 × Kettle',
    '€39.00 each',
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
    expect(faultsIn(html)).toEqual([])
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; O&#39;Neill')
    expect(text).toContain(`Hello ${name},`)
  })

  it('does not fit into the subject', () => {
    const { customer } = anAnnouncement('OrderApproved').data
    expect(emailAbout('OrderApproved', { customer: { ...customer, name } }).subject).toBe(
      'Your order of €90.50 is confirmed',
    )
  })

  it('never breaks the HTML, and is the same for readers of either', () => {
    const typed = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 100 })
    fc.assert(
      fc.property(typed, typed, (name, detail) => {
        const email = emailAbout('OrderRejected', { customer: { ...contact, name }, detail })
        expect(faultsIn(email.html)).toEqual([])
        for (const twin of twins(email)) expect(twin).toContain(collapsed(`Hello ${name},`))
      }),
    )
  })
})
