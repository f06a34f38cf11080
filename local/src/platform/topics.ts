import { Admin } from '@platformatic/kafka'

export interface TopicDeclaration {
  name: string
  partitions: number
  retentionMs: number
}

/** Creates the topics that are missing; those that exist stay as they are. */
export async function createTopics(brokers: string, topics: readonly TopicDeclaration[]): Promise<void> {
  const admin = new Admin({
    clientId: 'aos-local',
    bootstrapBrokers: brokers.split(','),
    retries: 20,
    retryDelay: 250,
  })
  try {
    const present = new Set(await admin.listTopics())
    const missing = topics.filter(({ name }) => !present.has(name))
    await Promise.all(
      missing.map(({ name, partitions, retentionMs }) =>
        admin.createTopics({
          topics: [name],
          partitions,
          // -1: as many as the brokers' own default says.
          replicas: -1,
          configs: [{ name: 'retention.ms', value: String(retentionMs) }],
        }),
      ),
    )
  } finally {
    await admin.close()
  }
}
