import { topics as declaredTopics, partitionsOf } from '@aos/contracts/topics'
import { Admin, type SASLOptions } from '@platformatic/kafka'
import { topicsConfig } from './config.ts'
import { patiently } from './patiently.ts'

interface TopicDeclaration {
  name: string
  partitions: number
  retentionMs: number
}

interface Security {
  tls?: boolean
  sasl?: SASLOptions
}

/** Creates the topics that are missing, and gives the others the partitions that they lack. */
export async function createTopics(
  brokers: string,
  topics: readonly TopicDeclaration[],
  { tls = false, sasl }: Security = {},
): Promise<void> {
  const admin = new Admin({
    clientId: 'aos-setup',
    bootstrapBrokers: brokers.split(','),
    retries: 20,
    retryDelay: 250,
    ...(tls && { tls: {} }),
    ...(sasl && { sasl }),
  })
  try {
    const present = new Set(await admin.listTopics())
    const isPresent = ({ name }: TopicDeclaration) => present.has(name)
    await Promise.all(topics.filter((topic) => !isPresent(topic)).map((topic) => create(admin, topic)))
    await extend(admin, topics.filter(isPresent))
  } finally {
    await admin.close()
  }
}

const create = (admin: Admin, { name, partitions, retentionMs }: TopicDeclaration) =>
  admin.createTopics({
    topics: [name],
    partitions,
    // -1: as many as the brokers' own default says.
    replicas: -1,
    configs: [{ name: 'retention.ms', value: String(retentionMs) }],
  })

/** Never fewer: a topic's messages would have nowhere to be. */
async function extend(admin: Admin, topics: readonly TopicDeclaration[]): Promise<void> {
  if (topics.length === 0) return
  const { topics: found } = await admin.metadata({ topics: topics.map(({ name }) => name) })
  const short = topics.filter(
    ({ name, partitions }) => (found.get(name)?.partitionsCount ?? partitions) < partitions,
  )
  if (short.length === 0) return
  await admin.createPartitions({
    topics: short.map(({ name, partitions: count }) => ({ name, count })),
  })
}

if (import.meta.main) {
  const { brokers, partitions, security } = topicsConfig()
  const topics = declaredTopics.map((topic) => ({ ...topic, partitions: partitionsOf(topic, partitions) }))
  await patiently(() => createTopics(brokers, topics, security), { ms: 5 * 60_000, passes: () => true })
  console.log(`${topics.length} topics are there`)
}
