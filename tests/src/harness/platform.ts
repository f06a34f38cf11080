import { request } from 'undici'
import { inject } from 'vitest'

const ask = (part: string) =>
  request(`${inject('platformUrl')}/${part}`, { headersTimeout: 0, bodyTimeout: 0, reset: true })

async function answerOf(
  { statusCode, body }: Awaited<ReturnType<typeof ask>>,
  part: string,
): Promise<string> {
  const answer = await body.text()
  if (statusCode === 200) return answer
  throw new Error(`${part} did not start: ${answer}`)
}

/** Where the run's PostgreSQL is, as superuser; it is started now if no test needed it before. */
export const postgresUrl = async (): Promise<string> => answerOf(await ask('postgres'), 'postgres')

/** Waits until no other test file uses Kafka; it is this one's until released, or until its process ends. */
export async function leaseKafka(): Promise<{ brokers: string; release: () => void }> {
  const lease = await ask('lease')
  return {
    brokers: await answerOf(await ask('kafka'), 'kafka'),
    release: () => lease.body.on('error', () => {}).destroy(),
  }
}
