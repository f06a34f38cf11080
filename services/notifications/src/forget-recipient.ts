import type { Handler } from '@aos/chassis/inbox'
import { forgetRecipients } from './emails-table.ts'

/** The person is gone; that e-mails were sent stays, to whom does not. */
export const onAccountDeleted: Handler<'AccountDeleted'> = async (tx, messages) => {
  const emails = messages.flatMap(({ data }) => data.email ?? [])
  if (emails.length > 0) forgetRecipients(tx, emails)
  return []
}
