import { Envelope } from '@aos/contracts/envelope'
import { messageTopics } from '@aos/contracts/topics'
import { z } from 'zod'

/** A dead letter as the inbox of a service wrote it. */
const DeadLetter = z.object({
  type: z.literal('DeadLetter'),
  id: z.string(),
  subject: z.string(),
  time: z.string(),
  data: z.object({ service: z.string(), topic: z.string(), reason: z.string(), event: z.unknown() }),
})

/** Written beside the letters, so that a letter that went out again is not listed as open. */
const Redriven = z.object({
  type: z.literal('DeadLetterRedriven'),
  time: z.string(),
  data: z.object({ letterId: z.string() }),
})

export interface Letter {
  id: string
  service: string
  topic: string
  /** The order that it is about. */
  subject: string
  reason: string
  keptAt: string
  event: unknown
  /** How often its event went out again before it came back as this letter. */
  redrives: number
  /** When this letter was sent out again. */
  redrivenAt?: string
}

/** What the records of dead-letter topics say, oldest first; what is neither letter nor marker is not ours. */
export function lettersIn(records: readonly { value: string }[]): Letter[] {
  const letters = new Map<string, Letter>()
  for (const { value } of records) {
    const record = jsonOf(value)
    const letter = DeadLetter.safeParse(record)
    if (letter.success) letters.set(letter.data.id, letterOf(letter.data))
    const marker = Redriven.safeParse(record)
    const marked = marker.success && letters.get(marker.data.data.letterId)
    if (marked) marked.redrivenAt = marker.data.time
  }
  return [...letters.values()]
}

const letterOf = ({ id, subject, time, data }: z.infer<typeof DeadLetter>): Letter => ({
  id,
  subject,
  keptAt: time,
  service: data.service,
  topic: data.topic,
  reason: data.reason,
  event: data.event,
  redrives: redrivesOf(data.event),
})

const Counted = z.object({ redriven: z.coerce.number().int().min(0) })

function redrivesOf(event: unknown): number {
  const counted = Counted.safeParse(event)
  return counted.success ? counted.data.redriven : 0
}

export interface Republished {
  topic: string
  key: string
  value: string
}

/** After so many attempts it is the message that is wrong, and another one would only come back. */
export const MOST_REDRIVES = 3

/** The event to be sent out again, or why not. */
export function redriveOf(
  letter: Letter,
  { force }: { force: boolean },
): Republished | { refusedBecause: string } {
  const { event, topic, redrives } = letter
  if (!messageTopics.some(({ name }) => name === topic))
    return { refusedBecause: `there is no topic ${topic} any more` }
  const envelope = Envelope.safeParse(event)
  if (!envelope.success)
    return {
      refusedBecause: 'it is no CloudEvent of ours, and would only come back: write a right one instead',
    }
  if (redrives >= MOST_REDRIVES && !force)
    return { refusedBecause: `it came back ${redrives} times already; --force sends it out all the same` }
  const value = JSON.stringify({ ...(event as object), redriven: redrives + 1 })
  return { topic, key: envelope.data.subject, value }
}

export const markerFor = ({ id, subject }: Letter, now: Date) => ({
  type: 'DeadLetterRedriven',
  subject,
  time: now.toISOString(),
  data: { letterId: id },
})

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
