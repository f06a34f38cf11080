import type { ServiceName } from '@aos/contracts/services'
import { deadLetterTopic, type MessageTopic } from '@aos/contracts/topics'
import type { Transaction } from './database.ts'
import { insertLetters } from './dead-letters-table.ts'
import type { Outbox } from './outbox.ts'

export interface Rejected {
  event: unknown
  reason: string
}

/**
 * Keeps what can never be accepted, with the reason: in the database, for staff to try again, and on the
 * service's dead-letter topic, for whoever watches from outside.
 */
export async function bury(
  tx: Transaction,
  outbox: Outbox,
  { service, topic, rejected }: { service: ServiceName; topic: MessageTopic; rejected: readonly Rejected[] },
): Promise<void> {
  const letters = rejected.map(({ event, reason }) => ({
    subject: storable(subjectIn(event), 200),
    reason: storableReason(reason),
    ...kept(event),
  }))
  const ids = await outbox.addDeadLetters(
    tx,
    deadLetterTopic(service),
    letters.map(({ subject, reason, event }) => ({
      type: 'DeadLetter',
      subject,
      sequence: 1,
      data: { service, topic, reason, event },
      traceparent: undefined,
    })),
  )
  insertLetters(
    tx,
    letters.map(({ subject, reason, text, isWhole }, i) => ({
      id: ids[i] ?? '',
      topic,
      subject,
      reason,
      event: text,
      isWhole,
    })),
  )
}

/** A letter is larger than what it holds, and Kafka takes 1 MiB: more of it would never be published. */
const LARGEST_KEPT = { bytes: 700_000, characters: 100_000 }

function kept(event: unknown): { event: unknown; text: string; isWhole: boolean } {
  const text = JSON.stringify(event)
  if (Buffer.byteLength(text) <= LARGEST_KEPT.bytes) return { event, text, isWhole: true }
  const beginning = `${text.slice(0, LARGEST_KEPT.characters)}… (the first of ${text.length} characters)`
  return { event: beginning, text: beginning, isWhole: false }
}

function subjectIn(event: unknown): string {
  const subject = typeof event === 'object' && event !== null && 'subject' in event && event.subject
  return typeof subject === 'string' ? subject : 'unknown'
}

/** Who sent it decides what it says: PostgreSQL keeps no NUL, and a key has its bounds. */
const storable = (text: string, most: number): string => text.slice(0, most).replaceAll('\0', '\uFFFD')

export const storableReason = (reason: string): string => storable(reason, 2_000)
