import type { Contact, Customer } from './order-parts.ts'

/** Stands where a person was; no mail server takes its address, and its country is nobody's. */
export const removedPerson: Customer = {
  name: 'Removed',
  email: 'removed@removed.invalid',
  address: { street: 'Removed', postalCode: '-', city: 'Removed', country: 'ZZ' },
}

export const isRemoved = ({ email }: Pick<Contact, 'email'>): boolean => email === removedPerson.email
