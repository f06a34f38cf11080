import { describe, expect, test } from 'vitest'
import { checkContact } from './check-contact.ts'
import { emptyContact } from './contact.ts'
import { errorsByField } from './contact-errors.ts'

const ada = {
  name: ' Ada ',
  email: ' ada@example.com ',
  street: 'Long Lane 1',
  postalCode: '10115',
  city: 'Berlin',
  country: 'DE',
}

describe('contact', () => {
  test('in order becomes a customer', () => {
    expect(checkContact(ada)).toEqual({
      customer: {
        name: 'Ada',
        email: 'ada@example.com',
        address: { street: 'Long Lane 1', postalCode: '10115', city: 'Berlin', country: 'DE' },
      },
    })
  })

  test('each empty field says what to do', () => {
    const checked = checkContact(emptyContact)
    expect('errors' in checked && Object.keys(checked.errors).toSorted()).toEqual(
      Object.keys(emptyContact).toSorted(),
    )
  })

  test("the shop's complaints find their fields, however the path is written", () => {
    const problem = {
      type: 'about:blank',
      title: 'Invalid',
      status: 400,
      detail: 'Invalid',
      code: 'invalid',
      requestId: 'r',
    }
    const errors = [
      { path: 'customer.address.city', message: 'no such city' },
      { path: '/body/customer/email', message: 'no such mailbox' },
      { path: 'lines.0.quantity', message: 'too many' },
    ]
    expect(errorsByField({ ...problem, errors })).toEqual({ city: 'no such city', email: 'no such mailbox' })
    expect(errorsByField(problem)).toEqual({})
  })
})
