import type { Problem } from '@aos/contracts/http'
import { checkoutLater as words } from '../../shared/messages/checkout-later.ts'
import { type ContactField, type FieldErrors, fieldNames } from './contact.ts'

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
