import type { Handler } from '@aos/chassis/inbox'
import { isRemoved } from '@aos/contracts/removed-person'
import { insertEmails, type QueuedEmail } from './emails-table.ts'
import type { Announcement } from './letters.ts'

/** Writes down that each customer is to get an e-mail about this. */
export const queueEmails =
  (leaseMs: number, handOver: (emails: QueuedEmail[]) => void): Handler<Announcement['type']> =>
  async (tx, messages) => {
    const emails = messages.flatMap(({ id, type, data, traceparent }) =>
      // Said again of what is over: whoever it was about has been told.
      isRemoved(data.customer) ? [] : [{ id, about: { type, data } as Announcement, traceparent }],
    )
    const fresh = await insertEmails(tx, emails, leaseMs)
    tx.afterCommit(() => handOver(fresh))
    return []
  }
