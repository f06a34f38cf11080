import { z } from 'zod'
import { text } from './order-parts.ts'
import { pageNumber, queryNumber } from './query-number.ts'
import { servicesWithDatabase } from './services.ts'

/** The shapes of dead letters, messages that a service could not accept, in the public API. */

export const DeadLetterQuery = z.object({
  page: pageNumber,
  pageSize: queryNumber((number) => number.int().min(1).max(100)).default(100),
})

export const DeadLetter = z.object({
  id: z.uuid().describe('Also of the record on the dead-letter topic.'),
  service: z.enum(servicesWithDatabase).describe('Who could not accept it.'),
  topic: z.string().describe('Where it came from.'),
  subject: z.string().describe('The order or the account that it is about, as far as it says so.'),
  reason: z.string().describe('Why, when it was tried last.'),
  event: z.string().describe('The beginning of the message, as JSON.'),
  characters: z.int().describe('How many the message has.'),
  redrivable: z.boolean().describe('False where only the beginning of a very long message was kept.'),
  keptAt: z.iso.datetime(),
  redrives: z.int().describe('How often it was tried again.'),
  redrivenAt: z.iso.datetime().optional().describe('When it was accepted after all.'),
  redrivenBy: z.string().optional(),
  setAside: z
    .object({ at: z.iso.datetime(), by: z.string(), note: z.string() })
    .optional()
    .describe('Somebody decided that nothing has to be done. It may be tried again all the same.'),
})
export type DeadLetter = z.infer<typeof DeadLetter>

export const SetAside = z.object({ note: text(500).describe('Why nothing has to be done.') })
export type SetAside = z.infer<typeof SetAside>

export const DeadLetterPage = z.object({
  letters: z.array(DeadLetter).describe('The open ones first, the newest first.'),
  open: z.int().describe('Neither accepted after all nor set aside.'),
  total: z.int(),
  page: z.int(),
  pageSize: z.int(),
})
export type DeadLetterPage = z.infer<typeof DeadLetterPage>
