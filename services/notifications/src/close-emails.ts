import { setTimeout as sleep } from 'node:timers/promises'
import { batched } from '@aos/chassis/batched'
import type { Resources } from '@aos/chassis/service'
import { emit, subjectOf } from '@aos/contracts/messages'
import { type ClosedEmail, closeEmails, type QueuedEmail } from './emails-table.ts'
import { isAboutOrder } from './letters.ts'

const RETRY_MS = 1000

interface Closing extends ClosedEmail {
  email: QueuedEmail
  messageId: string
}

export type CloseEmail = (closing: Closing) => Promise<void>

/**
 * Writes down that e-mails were sent, and says so, or that they never can be: many in one transaction.
 * To forget it would mean to send it twice, so this does not give up before the process ends.
 */
export function closeEmail({
  database,
  outbox,
  logger,
}: Pick<Resources, 'database' | 'outbox' | 'logger'>): CloseEmail {
  const close = batched((closings: Closing[]) =>
    database.transaction(async (tx) => {
      const sequences = await closeEmails(tx, closings)
      const traces = new Map(closings.map(({ email }) => [subjectOf(email.about.data), email.traceparent]))
      const outgoing = closings.flatMap(({ id, failure, email: { about }, messageId }) => {
        const sequence = sequences.get(id)
        if (failure !== undefined || sequence === undefined || !isAboutOrder(about)) return []
        const { orderId } = about.data
        return [{ ...emit('CustomerNotified', { orderId, about: about.type, messageId }), sequence }]
      })
      await outbox.add(tx, outgoing, (subject) => traces.get(subject))
      return closings
    }),
  )
  return async (closing) => {
    for (;;)
      try {
        await close(closing)
        return
      } catch (error) {
        logger.warn({ err: error, email: closing.id }, 'an outcome could not be written down, trying again')
        await sleep(RETRY_MS)
      }
  }
}
