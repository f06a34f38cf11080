import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { servicesWithDatabase } from '@aos/contracts/services'
import { deadLetterTopic } from '@aos/contracts/topics'
import { type Letter, lettersIn } from '@aos/local/dead-letters/letters'
import type { Namespace } from './kubectl.ts'

const reader = readFileSync(fileURLToPath(import.meta.resolve('@aos/local/dead-letters/read-topics')), 'utf8')

/**
 * All dead letters of the store. The broker tells its clients a name that only pods can resolve, so a
 * pod reads them, with the same program as on one machine.
 */
export async function deadLettersIn(namespace: Namespace): Promise<Letter[]> {
  const topics = servicesWithDatabase.map(deadLetterTopic)
  const brokers = `kafka.${namespace.name}.svc:9092`
  const program = `${reader}
const records = await readTopics(${JSON.stringify(brokers)}, ${JSON.stringify(topics)})
console.log(JSON.stringify(records.map(({ value }) => ({ value }))))`
  const node = ['node', '--input-type=module-typescript', '-']
  return lettersIn(JSON.parse(await namespace.exec('deployment/orders', 'orders', node, program)))
}
