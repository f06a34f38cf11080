import { setTimeout as sleep } from 'node:timers/promises'
import { createTopics } from '@aos/chassis/setup/topics'
import { type TopicName, topics } from '@aos/contracts/topics'
import { Admin, Producer, stringSerializers } from '@platformatic/kafka'
import { backend } from './backend.ts'
import { leaseKafka } from './platform.ts'
import { readTopics } from './read-topics.ts'

export interface TestKafka {
  brokers: string
  /** Writes to a topic past every service: what is not a string goes as JSON. */
  produce: (topic: TopicName, key: string, values: unknown[]) => Promise<void>
  /** The values of all records, as JSON where they are JSON. */
  read: (topic: TopicName) => Promise<unknown[]>
  stop: () => Promise<void>
}

/**
 * Kafka with all topics of the store, empty and without consumers, for this test file alone until it
 * stops it: names of topics and groups are the contract's, so two files at once would read each other.
 */
export async function testKafka(): Promise<TestKafka> {
  const { brokers, release } = await leaseKafka()
  await emptyTopics(brokers)
  const { close, ...client } = kafkaClient(brokers)
  const stop = async () => {
    await close()
    release()
  }
  return { brokers, ...client, stop }
}

/** A Kafka of this test file's own, to be crashed. */
export async function testKafkaToCrash(): Promise<TestKafka & { crash: () => Promise<unknown> }> {
  const { address, crash, stop } = await backend().kafka()
  await createTopics(address, topics)
  const { close, ...client } = kafkaClient(address)
  return {
    brokers: address,
    crash,
    ...client,
    stop: async () => {
      await close()
      await stop()
    },
  }
}

export function kafkaClient(brokers: string) {
  const producer = new Producer({
    clientId: 'test',
    bootstrapBrokers: [brokers],
    serializers: stringSerializers,
    retries: 20,
    retryDelay: 250,
  })
  return {
    produce: async (topic: TopicName, key: string, values: unknown[]) => {
      const messages = values.map((value) => ({
        topic,
        key,
        value: typeof value === 'string' ? value : JSON.stringify(value),
      }))
      await producer.send({ messages })
    },
    read: async (topic: TopicName) =>
      (await readTopics(brokers, [topic])).map(({ value }) => jsonOrText(value)),
    close: () => producer.close(),
  }
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

async function emptyTopics(brokers: string): Promise<void> {
  const admin = new Admin({ clientId: 'test', bootstrapBrokers: [brokers], retries: 20, retryDelay: 250 })
  try {
    const groups = [...(await admin.listGroups()).keys()]
    await Promise.all(groups.map((group) => admin.deleteGroups({ groups: [group] }).catch(() => {})))
    const wanted = new Set<string>(topics.map(({ name }) => name))
    const present = (await admin.listTopics()).filter((name) => wanted.has(name))
    if (present.length > 0) await admin.deleteTopics({ topics: present })
    // The broker says that a topic is gone a little before its name is free.
    while ((await admin.listTopics()).some((name) => wanted.has(name))) await sleep(50)
  } finally {
    await admin.close()
  }
  await createTopics(brokers, topics)
}
