import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { PlaceOrder } from './http.ts'
import { Contact, contactOf, text } from './order-parts.ts'

const name = text(9)
const { pattern, minLength, maxLength } = z.toJSONSchema(name, { io: 'input' })

/** As whoever reads the document alone would judge it. */
const fitsSchema = (value: string) =>
  value.length >= Number(minLength) &&
  value.length <= Number(maxLength) &&
  new RegExp(pattern ?? '').test(value)

it.each([
  ['a word', 'Ada', true],
  ['a word among blanks', ' Ada ', true],
  ['nothing', '', false],
  ['blanks', ' \t\r\n', false],
  ['a mark of byte order', '\ufeff', false],
  ['blanks of all kinds', '\v\f\u00a0\u1680\u2000\u200a\u2028\u2029\u202f\u205f\u3000', false],
  ['a control character that is no blank', '\u0085', true],
  ['too much, part of it blanks', ' 123456789', false],
  ['what PostgreSQL cannot hold', 'A\0a', false],
])('the schema says of %s what the shop says', (_, value, isText) => {
  expect(name.safeParse(value).success).toBe(isText)
  expect(fitsSchema(value)).toBe(isText)
})

describe('a language', () => {
  const order = {
    lines: [{ sku: 'KET-001', quantity: 1 }],
    total: { amount: 3_900, currency: 'EUR' },
    customer: {
      name: 'Ada',
      email: 'ada@example.com',
      address: { street: 'Long Lane 1', postalCode: '10115', city: 'Berlin', country: 'DE' },
    },
    paymentMethod: 'pm_1',
  }

  it.each([
    ['one that the store speaks', 'de', true],
    ['none', undefined, true],
    ['another one', 'fr', false],
    ['one with its region', 'de-AT', false],
  ])('of an order may be %s: %s', (_, language, isTaken) => {
    const parsed = PlaceOrder.safeParse({ ...order, language })
    expect(parsed.success).toBe(isTaken)
    // An absent one stays absent: a request means the same before and after a new version.
    if (parsed.success) expect(parsed.data.language).toBe(language)
  })

  it('is said beside the customer, not among what is typed', () => {
    const customer = { ...order.customer, language: 'de' }
    expect(PlaceOrder.parse({ ...order, customer }).customer).toEqual(order.customer)
  })

  it('that a later version speaks does not make a message unacceptable', () => {
    const contact = { name: 'Ada', email: 'ada@example.com', language: 'fr' }
    expect(Contact.safeParse(contact).success).toBe(true)
    expect(contactOf({ ...contact, language: undefined })).not.toHaveProperty('language')
  })
})
