import { type Database, statement, type Transaction } from '@aos/chassis/database'
import { type Announcement, isAboutOrder } from './letters.ts'

/** An e-mail that waits to be sent. */
export interface QueuedEmail {
  /** Of the message that it is about. */
  id: string
  about: Announcement
  traceparent: string | undefined
}

interface Row {
  id: string
  kind: Announcement['type']
  data: Announcement['data']
  traceparent: string | null
}

const queuedEmail = ({ id, kind, data, traceparent }: Row): QueuedEmail => ({
  id,
  about: { type: kind, data } as Announcement,
  traceparent: traceparent ?? undefined,
})

/**
 * When two transactions number e-mails of one order at once, the second fails at the unique
 * constraint, and its messages come again one by one.
 */
const insertQueued = statement(
  'emails-insert',
  `INSERT INTO emails (id, subject_id, kind, recipient, data, traceparent, next_attempt_at, sequence)
   SELECT id, subject_id, kind, recipient, data, traceparent, now() + $7 * interval '1 ms',
     row_number() OVER (PARTITION BY subject_id ORDER BY place)
       + (SELECT count(*) FROM emails WHERE emails.subject_id = new.subject_id)
   FROM (
     SELECT DISTINCT ON (subject_id, kind) *
     FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::jsonb[], $6::text[]) WITH ORDINALITY
       AS said (id, subject_id, kind, recipient, data, traceparent, place)
     ORDER BY subject_id, kind, place
   ) AS new
   WHERE NOT EXISTS (SELECT FROM emails WHERE emails.subject_id = new.subject_id AND emails.kind = new.kind)
   ORDER BY subject_id, place
   RETURNING id`,
)

/**
 * A service may say the same of an order in several messages, for instance when it is asked again; the
 * customer hears it once.
 *
 * @returns those that are new.
 */
export async function insertEmails(
  tx: Transaction,
  emails: QueuedEmail[],
  leaseMs: number,
): Promise<QueuedEmail[]> {
  const rows = await tx.run<{ id: string }>(insertQueued, [
    emails.map(({ id }) => id),
    emails.map(({ id, about }) => (isAboutOrder(about) ? about.data.orderId : id)),
    emails.map(({ about }) => about.type),
    emails.map(({ about }) => about.data.customer.email),
    emails.map(({ about }) => JSON.stringify(about.data)),
    emails.map(({ traceparent }) => traceparent),
    leaseMs,
  ])
  const inserted = new Set(rows.map(({ id }) => id))
  return emails.filter(({ id }) => inserted.has(id))
}

const claimDue = statement(
  'emails-claim',
  `UPDATE emails SET next_attempt_at = now() + $1 * interval '1 ms' WHERE id IN (
     SELECT id FROM emails WHERE status = 'queued' AND next_attempt_at <= now()
     ORDER BY next_attempt_at LIMIT 100 FOR UPDATE SKIP LOCKED)
   RETURNING id, kind, data, traceparent`,
)

export const claimDueEmails = async (database: Database, leaseMs: number): Promise<QueuedEmail[]> =>
  (await database.run<Row>(claimDue, [leaseMs])).map(queuedEmail)

const closeQueued = statement(
  'emails-close',
  `UPDATE emails SET status = CASE WHEN new.failure IS NULL THEN 'sent' ELSE 'failed' END,
     sent_at = CASE WHEN new.failure IS NULL THEN now() END, failure = new.failure,
     attempts = attempts + 1, next_attempt_at = NULL,
     -- Whom to write to, and what, is kept for as long as that is to be done.
     recipient = '', data = '{}'
   FROM unnest($1::uuid[], $2::text[]) AS new (id, failure)
   WHERE emails.id = new.id AND emails.status = 'queued'
   RETURNING emails.id, sequence`,
)

export interface ClosedEmail {
  id: string
  /** Nothing when it was sent. */
  failure: string | undefined
}

/** @returns the sequence number of each e-mail that was still queued. */
export async function closeEmails(tx: Transaction, closed: ClosedEmail[]): Promise<Map<string, number>> {
  const rows = await tx.run<{ id: string; sequence: number }>(closeQueued, [
    closed.map(({ id }) => id),
    closed.map(({ failure }) => failure),
  ])
  return new Map(rows.map(({ id, sequence }) => [id, sequence]))
}

const forgetClosed = statement(
  'emails-forget-closed',
  `UPDATE emails SET recipient = '', data = '{}',
     failure = regexp_replace(failure, '[^[:space:]<>]+@[^[:space:]<>]+', '…', 'g')
   WHERE id IN (
     SELECT id FROM emails WHERE status <> 'queued' AND recipient <> '' ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED)
   RETURNING id`,
)

/** Versions before this one kept whom they had written to. @returns of how many that is gone now. */
export const forgetRecipients = async (database: Database, most: number): Promise<number> =>
  (await database.run(forgetClosed, [most])).length

const postpone = statement(
  'emails-postpone',
  `UPDATE emails SET attempts = attempts + 1,
     next_attempt_at = now()
       + least(60000, 500 * power(2, least(attempts, 10))) * (0.75 + random() / 2) * interval '1 ms'
   WHERE id = ANY($1::uuid[]) AND status = 'queued'`,
)

export const postponeEmails = (database: Database, ids: string[]): Promise<unknown> =>
  database.run(postpone, [ids])
