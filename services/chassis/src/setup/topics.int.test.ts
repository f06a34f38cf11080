import { testKafka } from '@aos/tests/harness/kafka'
import { Admin } from '@platformatic/kafka'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTopics } from './topics.ts'

const NAME = 'setup.topic'
let kafka: Awaited<ReturnType<typeof testKafka>>
let admin: Admin

beforeAll(async () => {
  kafka = await testKafka()
  admin = new Admin({ clientId: 'setup-test', bootstrapBrokers: [kafka.brokers] })
})
afterAll(async () => {
  await admin.deleteTopics({ topics: [NAME] })
  await admin.close()
  await kafka.stop()
})

const partitions = async (): Promise<number | undefined> =>
  (await admin.metadata({ topics: [NAME], forceUpdate: true })).topics.get(NAME)?.partitionsCount

const setUp = (count: number) =>
  createTopics(kafka.brokers, [{ name: NAME, partitions: count, retentionMs: 60_000 }])

it('a topic gets more partitions when more are declared, and never fewer', async () => {
  await setUp(1)
  await expect.poll(partitions, { timeout: 10_000 }).toBe(1)
  await setUp(3)
  await expect.poll(partitions, { timeout: 10_000 }).toBe(3)
  await setUp(2)
  expect(await partitions()).toBe(3)
})
