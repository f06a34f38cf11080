/** What the shopper types, as it stands in the fields. */
export interface Contact {
  name: string
  email: string
  street: string
  postalCode: string
  city: string
  country: string
}
export type ContactField = keyof Contact
export type FieldErrors = Partial<Record<ContactField, string>>

export const emptyContact: Contact = {
  name: '',
  email: '',
  street: '',
  postalCode: '',
  city: '',
  country: '',
}

export const fieldNames = Object.keys(emptyContact) as ContactField[]

/** A complaint goes as soon as what it is about was changed. */
export function errorsThatStand(errors: FieldErrors, contact: Contact, submitted: Contact): FieldErrors {
  const standing = fieldNames.filter((field) => errors[field] && contact[field] === submitted[field])
  return Object.fromEntries(standing.map((field) => [field, errors[field]]))
}
