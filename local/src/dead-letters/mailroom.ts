import type { ServiceName } from '@aos/contracts/services'
import { deadLetterTopic } from '@aos/contracts/topics'
import { Producer, stringSerializers } from '@platformatic/kafka'
import { type Letter, lettersIn, markerFor, redriveOf } from './letters.ts'
import { readTopics } from './read-topics.ts'

/** All dead letters of these services, oldest first. */
export async function readLetters(brokers: string, services: readonly ServiceName[]): Promise<Letter[]> {
  const letters = lettersIn(await readTopics(brokers, services.map(deadLetterTopic)))
  return letters.sort((a, b) => a.keptAt.localeCompare(b.keptAt))
}

export interface Redrive {
  letter: Letter
  refusedBecause?: string
}

/**
 * Sends the events of letters out again, each with the id it always had, so that whoever handled it
 * in the meantime ignores it. The letter is marked afterwards: who dies in between sends it twice.
 */
export async function redriveLetters(
  brokers: string,
  letters: readonly Letter[],
  { force = false, now = new Date() }: { force?: boolean; now?: Date } = {},
): Promise<Redrive[]> {
  const producer = new Producer({
    clientId: 'aos-dead-letters',
    bootstrapBrokers: brokers.split(','),
    serializers: stringSerializers,
    retries: 5,
  })
  try {
    const redrives: Redrive[] = []
    for (const letter of letters) {
      const again = redriveOf(letter, { force })
      if ('refusedBecause' in again) {
        redrives.push({ letter, ...again })
        continue
      }
      await producer.send({ messages: [again], acks: -1 })
      const marker = JSON.stringify(markerFor(letter, now))
      const topic = deadLetterTopic(letter.service as ServiceName)
      await producer.send({ messages: [{ topic, key: letter.subject, value: marker }], acks: -1 })
      redrives.push({ letter })
    }
    return redrives
  } finally {
    await producer.close()
  }
}
