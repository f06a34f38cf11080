import type { DeadLetter, DeadLetterPage } from '@aos/contracts/dead-letters'
import { sampleEvent } from '../harness/samples.ts'

export const letterPage = (letters: DeadLetter[], total = letters.length): DeadLetterPage => ({
  letters,
  open: total,
  total,
  page: 1,
  pageSize: 50,
})

/** As after a release of payments that did not understand what it was told. */
export function aLetter(given: Partial<DeadLetter> = {}): DeadLetter {
  const event = sampleEvent('ProcessPayment')
  const text = JSON.stringify(event)
  return {
    id: event.id,
    service: 'payments',
    topic: 'payments.commands',
    subject: event.subject,
    reason: 'invalid ProcessPayment: ✖ Invalid input\n  → at customer.name',
    event: text,
    characters: text.length,
    redrivable: true,
    keptAt: '2026-03-02T09:30:00.000Z',
    redrives: 1,
    ...given,
  }
}
