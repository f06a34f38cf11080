import type { DeadLetter } from '@aos/contracts/dead-letters'
import { asSentence } from '../../shared/sentence.ts'

const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** The order that it is about; other messages are about an account, and broken ones about anything. */
export const orderOf = ({ topic, subject }: Pick<DeadLetter, 'topic' | 'subject'>): string | undefined =>
  topic !== 'accounts.events' && ID.test(subject) ? subject : undefined

function eventIn({ event }: Pick<DeadLetter, 'event'>): unknown {
  try {
    return JSON.parse(event)
  } catch {
    return undefined
  }
}

/** Of a long message only the beginning may be there; the type stands in it, before the data. */
const typeInBeginning = /^\{[^{}]*"type":"([^"\\]+)"/

/** What it calls itself, such as `ReserveItems`. */
export function messageName(letter: Pick<DeadLetter, 'event'>): string {
  const event = eventIn(letter)
  const isWhole = typeof event === 'object' && event !== null && 'type' in event
  const type = isWhole ? event.type : typeInBeginning.exec(letter.event)?.[1]
  return typeof type === 'string' ? type : 'A message of unknown type'
}

export function messageText(letter: Pick<DeadLetter, 'event' | 'characters'>): string {
  const event = eventIn(letter)
  if (event !== undefined) return JSON.stringify(event, null, 2)
  const isCut = letter.characters > letter.event.length
  return isCut ? `${letter.event}… (of ${letter.characters} characters)` : letter.event
}

export const triesText = (redrives: number): string =>
  ['Not tried again yet.', 'Tried again once.'][redrives] ?? `Tried again ${redrives} times.`

const isOpen = ({ redrivenAt, setAside }: Pick<DeadLetter, 'redrivenAt' | 'setAside'>): boolean =>
  !redrivenAt && !setAside

/** The orders about which there are open letters. */
export const ordersIn = (letters: readonly DeadLetter[]): ReadonlySet<string> =>
  new Set(letters.flatMap((letter) => (isOpen(letter) ? (orderOf(letter) ?? []) : [])))

export const openText = (open: number): string =>
  open === 1 ? '1 message was refused and waits' : `${open} messages were refused and wait`

export const outcomeText = ({ service, reason, redrivenAt }: DeadLetter): string =>
  redrivenAt ? `Accepted: ${service} has handled it.` : `Refused again by ${service}. ${asSentence(reason)}`

/** The first who set a letter aside is kept, and so is what they said. */
export function asideText({ redrivenAt, setAside }: DeadLetter, note: string): string {
  if (redrivenAt || !setAside) return 'It was accepted in the meantime.'
  return setAside.note === note.trim()
    ? `Set aside by ${setAside.by}.`
    : `${setAside.by} had set it aside already: ${asSentence(setAside.note)}`
}

/** Open ones first, the newest first: of several services. */
export const inOrder = (letters: readonly DeadLetter[]): DeadLetter[] =>
  letters.toSorted((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || b.keptAt.localeCompare(a.keptAt))
