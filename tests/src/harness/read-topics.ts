import { randomUUID } from 'node:crypto'
import { Consumer, type Message, stringDeserializers } from '@platformatic/kafka'

export type KafkaRecord = Message<string, string, string, string>

/** Where each partition of the topics ends now: `topic/partition` → the next offset. */
async function endsOf(
  consumer: Pick<Consumer, 'listOffsets'>,
  topics: string[],
): Promise<Map<string, bigint>> {
  const [firsts, nexts] = await Promise.all(
    [-2n, -1n].map((timestamp) => consumer.listOffsets({ topics, timestamp })),
  )
  const ends = new Map<string, bigint>()
  for (const [topic, partitions] of nexts ?? [])
    for (const [partition, next] of partitions.entries())
      if (next > (firsts?.get(topic)?.[partition] ?? 0n)) ends.set(`${topic}/${partition}`, next)
  return ends
}

/** All records that the topics hold now, in the order of each partition. Nobody's offsets move. */
export async function readTopics(brokers: string, topics: string[]): Promise<KafkaRecord[]> {
  const consumer = new Consumer({
    clientId: 'aos-read-topics',
    groupId: `aos-read-topics-${randomUUID()}`,
    bootstrapBrokers: brokers.split(','),
    deserializers: stringDeserializers,
    retries: 5,
  })
  try {
    const unread = await endsOf(consumer, topics)
    if (unread.size === 0) return []
    const records: KafkaRecord[] = []
    const stream = await consumer.consume({ topics, mode: 'earliest', autocommit: false, maxWaitTime: 100 })
    for await (const record of stream) {
      records.push(record)
      const place = `${record.topic}/${record.partition}`
      if (record.offset + 1n >= (unread.get(place) ?? 0n)) unread.delete(place)
      if (unread.size === 0) break
    }
    await stream.close()
    return records
  } finally {
    await consumer.close(true)
  }
}
