import '../../shared/zod-without-eval.ts'
import type { Problem } from '@aos/contracts/http'
import { Customer } from '@aos/contracts/order-parts'
import { z } from 'zod'
import { checkout as words } from '../../shared/messages/checkout.ts'

/** What the shopper types, as it stands in the fields. */
export const Contact = z.object({
  name: z.string(),
  email: z.string(),
  street: z.string(),
  postalCode: z.string(),
  city: z.string(),
  country: z.string(),
})
export type Contact = z.infer<typeof Contact>
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

const fieldNames = Object.keys(emptyContact) as ContactField[]

type Checked = { customer: Customer } | { errors: FieldErrors }

/** By the very schema that the shop will check it by. */
export function checkContact({ name, email, ...address }: Contact): Checked {
  const checked = Customer.safeParse({ name, email: email.trim(), address })
  if (checked.success) return { customer: checked.data }
  const faulty = checked.error.issues.flatMap(({ path }) => fieldAt(path.map(String)))
  return { errors: Object.fromEntries(faulty.map((field) => [field, words.remedies[field]])) }
}

/** The shop's own complaints, beside the fields they are about; the others are left to a notice. */
export function errorsByField(problem: Problem): FieldErrors {
  const entries = (problem.errors ?? []).flatMap(({ path, message }) =>
    fieldAt(path.split(/[./]/)).map(
      (field) => [field, words.refused.complaint(message, words.remedies[field])] as const,
    ),
  )
  return Object.fromEntries(entries)
}

function fieldAt(path: string[]): ContactField[] {
  const last = path.at(-1)
  return path.includes('customer') || path.length <= 2 ? fieldNames.filter((field) => field === last) : []
}

/** A complaint goes as soon as what it is about was changed. */
export function errorsThatStand(errors: FieldErrors, contact: Contact, submitted: Contact): FieldErrors {
  const standing = fieldNames.filter((field) => errors[field] && contact[field] === submitted[field])
  return Object.fromEntries(standing.map((field) => [field, errors[field]]))
}
