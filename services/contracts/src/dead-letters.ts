import { z } from 'zod'
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
  redrivenAt: z.iso.datetime().optional().describe('When it was accepted after all; open until then.'),
  redrivenBy: z.string().optional(),
})
export type DeadLetter = z.infer<typeof DeadLetter>

export const DeadLetterPage = z.object({
  letters: z.array(DeadLetter).describe('The open ones first, the newest first.'),
  open: z.int(),
  total: z.int(),
  page: z.int(),
  pageSize: z.int(),
})
export type DeadLetterPage = z.infer<typeof DeadLetterPage>
