import type { Actor } from '@aos/contracts/actor'
import { storableReason } from './bury.ts'
import type { Database } from './database.ts'
import {
  closeLetter,
  findLetter,
  type LetterRow,
  selectEvent,
  setAside,
  updateReason,
} from './dead-letters-table.ts'
import { AppError } from './errors.ts'
import type { Inbox } from './inbox.ts'

interface Parts {
  database: Database
  inbox: Inbox
}

/**
 * Lets the service try a message again that it could not accept; its letter is closed in the transaction
 * of its effects. Refused again, it stays open with the latest reason.
 * @throws AppError unavailable, and the letter is as it was, when it may be accepted later
 */
export async function redriveLetter(
  { database, inbox }: Parts,
  id: string,
  actor: Actor,
): Promise<LetterRow> {
  const letter = await readLetter(database, id)
  if (letter.redrivenAt) return letter
  if (!letter.isWhole)
    throw new AppError('unprocessable', 'letter-cut-off', 'it was too long to be kept whole: send it anew')
  const event: unknown = JSON.parse(await database.transaction((tx) => selectEvent(tx, id)))
  const refusal = await inbox.receiveAgain(event, (tx) => closeLetter(tx, id, nameOf(actor)))
  if (refusal !== undefined)
    await database.transaction(async (tx) => updateReason(tx, id, storableReason(refusal)))
  return readLetter(database, id)
}

/** Closes a letter without another try. @returns it as whoever was first left it */
export async function setLetterAside(
  database: Database,
  id: string,
  { note, actor }: { note: string; actor: Actor },
): Promise<LetterRow> {
  await database.transaction(async (tx) => setAside(tx, id, { by: nameOf(actor), note }))
  return readLetter(database, id)
}

const nameOf = ({ email, subject }: Actor): string => email ?? subject

/** In transactions, which tell when the database is away. */
async function readLetter(database: Database, id: string): Promise<LetterRow> {
  const letter = await database.transaction((tx) => findLetter(tx, id))
  if (letter) return letter
  throw new AppError('not-found', 'no-such-letter', 'there is no such dead letter, or it is gone by now')
}
