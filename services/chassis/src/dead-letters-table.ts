import type { Database, Transaction } from './database.ts'
import { statement } from './database.ts'

export interface NewLetter {
  /** The same as on the topic. */
  id: string
  topic: string
  subject: string
  reason: string
  event: string
  isWhole: boolean
}

const insert = statement(
  'dead-letters-insert',
  `INSERT INTO dead_letters (id, topic, subject, reason, event, is_whole)
   SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::boolean[])`,
)

export const insertLetters = (tx: Transaction, letters: readonly NewLetter[]): void =>
  tx.send(insert, [
    letters.map(({ id }) => id),
    letters.map(({ topic }) => topic),
    letters.map(({ subject }) => subject),
    letters.map(({ reason }) => reason),
    letters.map(({ event }) => event),
    letters.map(({ isWhole }) => isWhole),
  ])

export interface LetterRow extends NewLetter {
  /** Of the event, which lists show the beginning of. */
  characters: number
  keptAt: Date
  redrives: number
  redrivenAt: Date | null
  redrivenBy: string | null
  setAsideAt: Date | null
  setAsideBy: string | null
  setAsideNote: string | null
}

/** A page of letters may have a hundred of them. */
const MOST_SHOWN = 20_000

const COLUMNS = `id, topic, subject, reason, left(event, ${MOST_SHOWN}) AS event, is_whole AS "isWhole", length(event) AS characters, redrives,
  kept_at AS "keptAt", redriven_at AS "redrivenAt", redriven_by AS "redrivenBy",
  set_aside_at AS "setAsideAt", set_aside_by AS "setAsideBy", set_aside_note AS "setAsideNote"`

/** Neither accepted after all nor set aside. */
const OPEN = '(redriven_at IS NULL AND set_aside_at IS NULL)'

const page = statement(
  'dead-letters-page',
  `SELECT ${COLUMNS} FROM dead_letters
   ORDER BY ${OPEN} DESC, id DESC LIMIT $1 OFFSET $2`,
)

export const selectLetters = (
  tx: Transaction,
  { limit, offset }: { limit: number; offset: number },
): Promise<LetterRow[]> => tx.run(page, [limit, offset])

const counts = statement(
  'dead-letters-count',
  `SELECT count(*)::int AS total, (count(*) FILTER (WHERE ${OPEN}))::int AS open
   FROM dead_letters`,
)

export async function countLetters(tx: Transaction): Promise<{ total: number; open: number }> {
  const [row] = await tx.run<{ total: number; open: number }>(counts)
  return row ?? { total: 0, open: 0 }
}

const byId = statement('dead-letters-by-id', `SELECT ${COLUMNS} FROM dead_letters WHERE id = $1`)

export async function findLetter(tx: Transaction, id: string): Promise<LetterRow | undefined> {
  const [row] = await tx.run<LetterRow>(byId, [id])
  return row
}

const wholeEvent = statement('dead-letters-event', 'SELECT event FROM dead_letters WHERE id = $1')

export async function selectEvent(tx: Transaction, id: string): Promise<string> {
  const [row] = await tx.run<{ event: string }>(wholeEvent, [id])
  return row?.event ?? ''
}

const markRedriven = statement(
  'dead-letters-redriven',
  `UPDATE dead_letters SET redriven_at = now(), redriven_by = $2, redrives = redrives + 1
   WHERE id = $1 AND redriven_at IS NULL RETURNING id`,
)

/** Whoever is second waits for the first. @returns false for all but the first one. */
export const closeLetter = async (tx: Transaction, id: string, by: string): Promise<boolean> =>
  (await tx.run(markRedriven, [id, by])).length === 1

const markSetAside = statement(
  'dead-letters-set-aside',
  `UPDATE dead_letters SET set_aside_at = now(), set_aside_by = $2, set_aside_note = $3
   WHERE id = $1 AND ${OPEN}`,
)

/** Of an open one; others stay as they are. */
export const setAside = (tx: Transaction, id: string, { by, note }: { by: string; note: string }): void =>
  tx.send(markSetAside, [id, by, note])

const noteRefusal = statement(
  'dead-letters-refused',
  `UPDATE dead_letters SET reason = $2, redrives = redrives + 1 WHERE id = $1 AND redriven_at IS NULL`,
)

export const updateReason = (tx: Transaction, id: string, reason: string): void =>
  tx.send(noteRefusal, [id, reason])

const forgetOld = statement(
  'dead-letters-forget',
  "DELETE FROM dead_letters WHERE kept_at < now() - $1 * interval '1 ms'",
)

export async function deleteLetters(database: Database, afterMs: number): Promise<void> {
  await database.run(forgetOld, [afterMs])
}
