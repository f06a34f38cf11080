import '../../shared/zod-without-eval.ts'
import { Customer } from '@aos/contracts/order-parts'
import { checkoutLater as words } from '../../shared/messages/checkout-later.ts'
import type { Contact, FieldErrors } from './contact.ts'
import { fieldAt } from './contact-errors.ts'

type Checked = { customer: Customer } | { errors: FieldErrors }

/** By the very schema that the shop will check it by. */
export function checkContact({ name, email, ...address }: Contact): Checked {
  const checked = Customer.safeParse({ name, email: email.trim(), address })
  if (checked.success) return { customer: checked.data }
  const faulty = checked.error.issues.flatMap(({ path }) => fieldAt(path.map(String)))
  return { errors: Object.fromEntries(faulty.map((field) => [field, words.remedies[field]])) }
}
