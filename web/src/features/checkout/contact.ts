import type { Problem } from '@aos/contracts/http'
import { checkout as words } from '../../shared/messages/checkout.ts'

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

/** The shop's own complaints, beside the fields they are about; the others are left to a notice. */
export function errorsByField(problem: Problem): FieldErrors {
  const entries = (problem.errors ?? []).flatMap(({ path, message }) =>
    fieldAt(path.split(/[./]/)).map(
      (field) => [field, words.refused.complaint(message, words.remedies[field])] as const,
    ),
  )
  return Object.fromEntries(entries)
}

/** The field that a complaint is about, if it is about one. */
export function fieldAt(path: string[]): ContactField[] {
  const last = path.at(-1)
  return path.includes('customer') || path.length <= 2 ? fieldNames.filter((field) => field === last) : []
}

/** A complaint goes as soon as what it is about was changed. */
export function errorsThatStand(errors: FieldErrors, contact: Contact, submitted: Contact): FieldErrors {
  const standing = fieldNames.filter((field) => errors[field] && contact[field] === submitted[field])
  return Object.fromEntries(standing.map((field) => [field, errors[field]]))
}
