import type { DataOf } from '@aos/contracts/messages'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emailOf } from './email.ts'
import type { Letter } from './letter.ts'
import {
  aLetterAbout,
  anAnnouncement,
  contact,
  fromBefore,
  orderId,
  sampleLetters,
} from './letters.samples.ts'
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

const pricedLines = anAnnouncement('OrderApproved').data.lines

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

/** What the letters about an order show of it, unless a message is from before that. */
const contents = ['2 × Kettle', '€39.00 each', '€78.00', 'Mug', '€12.50', 'Standard delivery', '€90.50']

describe('an order that is rejected', () => {
  it('for its payment tells what the bank said, what was in it, and that nothing was charged', () => {
    const email = emailAbout('OrderRejected')
    expect(email.subject).toBe('We could not complete your order')
    for (const twin of twins(email)) {
      expect(twin).toContain('payment did not go through')
      expect(twin).toContain('Your card has insufficient funds.')
      expect(twin).toContain('You have not been charged: the €90.50 stay with you.')
      for (const what of contents) expect(twin).toContain(what)
    }
  })

  it('for what is short names that, and shows what has no price without one', () => {
    const email = emailOf(sampleLetters['OrderRejected, unavailable'] as Letter)
    for (const twin of twins(email)) {
      expect(twin).toContain('Kettle (KET-001): 2 wanted, 1 left')
      expect(twin).toContain('GONE-1: 1 wanted, none left')
      expect(twin).toContain('This was your order: 2 × Kettle')
    }
    expect(email.text).toContain('\n  GONE-1\n  Total: €90.50\n')
  })

  it('for a changed price shows what was shown, and what it costs now', () => {
    const email = emailOf(sampleLetters['OrderRejected, price changed'] as Letter)
    for (const twin of twins(email)) {
      expect(twin).toContain('You were shown a total of €89.50.')
      expect(twin).toMatch(/Total today:? €90\.50/)
      expect(twin).toContain('the €89.50 stay with you')
      expect(twin).not.toContain('Prices changed since')
    }
  })

  it('adds the tax that comes on top to what it costs now', () => {
    const tax = { name: 'Sales tax', rate: 10, included: false }
    const reason = 'price-changed' as const
    const { text } = emailAbout('OrderRejected', { reason, tax })
    expect(text).toContain('Total today: €104.95')
    const { text: before } = emailAbout('OrderRejected', { reason, ...fromBefore, lines: pricedLines })
    expect(before).toContain('Total today: €90.50')
  })

  it.each([
    ['unavailable', 'KET-001: 2 wanted, 1 left', 'not enough left'],
    ['price-changed', '', 'a price changed'],
    ['payment-declined', 'Your card has insufficient funds.', 'payment did not go through'],
  ] as const)('because of %s tells why, also by a message from before', (reason, detail, words) => {
    const email = emailAbout('OrderRejected', { reason, detail, ...fromBefore })
    for (const twin of twins(email)) {
      expect(twin).toContain(words)
      expect(twin).toContain(detail)
      expect(twin).toContain('You have not been charged: the €90.50 stay with you.')
      expect(twin).not.toContain('Kettle')
    }
  })
})

describe('an order that is cancelled', () => {
  it('and refunded names the amount, and what was in it', () => {
    const email = emailAbout('OrderCancelled')
    expect(email.subject).toBe('Your order is cancelled and refunded')
    for (const twin of twins(email)) {
      expect(twin).toContain('We returned €90.50 to you.')
      expect(twin).toMatch(/Returned to you:? €90\.50/)
      for (const what of contents) expect(twin).toContain(what)
    }
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
  ] as const)('because of %s tells why, also by a message from before', (reason, words) => {
    for (const given of [{}, fromBefore])
      for (const twin of twins(emailAbout('OrderCancelled', { reason, ...given })))
        expect(twin).toContain(words)
  })

  it('because of its parcel tells what the shipment company said', () => {
    const email = emailOf(sampleLetters['OrderCancelled, lost'] as Letter)
    for (const twin of twins(email)) expect(twin).toContain('the parcel was lost')
  })
})

describe.each(['ShipmentDispatched', 'ShipmentDelivered'] as const)('a parcel: %s', (type) => {
  it('names the tracking number, and what is in it', () => {
    for (const twin of twins(emailAbout(type))) {
      expect(twin).toContain('Tracking number: AW000000001CR')
      for (const what of contents) expect(twin).toContain(what)
    }
  })

  it('names the tracking number alone in a message from before', () => {
    for (const twin of twins(emailAbout(type, { ...fromBefore, total: undefined }))) {
      expect(twin).toContain('Tracking number: AW000000001CR')
      expect(twin).not.toContain('in it')
    }
  })
})

describe('in German', () => {
  it.each([
    ['OrderApproved', 'Ihre Bestellung über 90,50 € ist bestätigt'],
    ['OrderRejected', 'Wir konnten Ihre Bestellung nicht annehmen'],
    ['OrderCancelled', 'Ihre Bestellung ist storniert und erstattet'],
    ['ShipmentDispatched', 'Ihr Paket ist unterwegs'],
    ['ShipmentDelivered', 'Ihr Paket ist angekommen'],
  ] as const)('%s shows what is in it and the way back to the order', (type, subject) => {
    const email = emailOf(aLetterAbout(type, {}, 'de'))
    expect(collapsed(email.subject)).toBe(subject)
    expect(email.text).toContain(`Bestellung ansehen:\nhttps://shop.example/orders/${orderId}`)
    for (const twin of twins(email))
      for (const what of ['Guten Tag Ada Example!', '2 × Kettle', 'je 39,00 €', '78,00 €', '90,50 €'])
        expect(twin).toContain(what)
  })

  it('the reason of a bank is told if it is known, and left out if it is not', () => {
    const declined = (detail: string) => emailOf(aLetterAbout('OrderRejected', { detail }, 'de')).text
    expect(declined('Your card has expired.')).toContain('> Ihre Karte ist abgelaufen.')
    for (const detail of ['Your card was declined.', 'The issuer is away.']) {
      expect(declined(detail)).toContain('Die Zahlung wurde abgelehnt.')
      expect(declined(detail)).not.toContain('Grund')
      expect(declined(detail)).not.toContain(detail)
    }
  })

  it('countries are called as they are there', () => {
    expect(emailOf(aLetterAbout('OrderApproved', {}, 'de')).text).toContain('Springfield, Deutschland')
  })
})

it('in a language that is not known yet the letter is English', () => {
  expect(emailOf(aLetterAbout('OrderApproved', {}, 'fr'))).toEqual(emailAbout('OrderApproved'))
  expect(emailOf(aLetterAbout('OrderApproved', {}, 'toString'))).toEqual(emailAbout('OrderApproved'))
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
