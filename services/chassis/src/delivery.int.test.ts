import { randomUUID } from 'node:crypto'
import {
  type AnyMessage,
  emit,
  type MessageType,
  messages,
  messageTypes,
  subjectOf,
} from '@aos/contracts/messages'
import { type ServiceName, servicesWithDatabase } from '@aos/contracts/services'
import { messageTopics, subscribedTopics, topicOf } from '@aos/contracts/topics'
import { type TestKafka, testKafka } from '@aos/tests/harness/kafka'
import { recorderFor } from '@aos/tests/harness/recorder'
import { sampleData, sampleEvent } from '@aos/tests/harness/samples'
import { type TestService, testService } from '@aos/tests/harness/service'
import { until } from '@aos/tests/harness/until'
import { afterAll, beforeAll, expect, it } from 'vitest'

/** One message on each topic that was written before anybody listened. */
const early = messageTopics.map(({ name }) => {
  const type = messageTypes.find((candidate) => topicOf(candidate) === name) as MessageType
  return { topic: name, event: sampleEvent(type) }
})

let kafka: TestKafka
const services = new Map<ServiceName, TestService>()
const seenBy = new Map<ServiceName, AnyMessage[]>()

beforeAll(async () => {
  kafka = await testKafka()
  for (const { topic, event } of early) await kafka.produce(topic, event.subject, [event])
  await Promise.all(
    servicesWithDatabase.map(async (name) => {
      const { seen, subscriptions } = recorderFor(name)
      seenBy.set(name, seen)
      services.set(name, await testService(name, () => subscriptions, { brokers: kafka.brokers }))
    }),
  )
})

afterAll(async () => {
  await Promise.all([...services.values()].map((service) => service.stop()))
  await kafka.stop()
})

const consumersOf = (type: MessageType): ServiceName[] =>
  servicesWithDatabase.filter((name) => subscribedTopics(name).some(({ types }) => types.includes(type)))

it.each(early)('what stood on $topic before its first consumer came is delivered', async ({ event }) => {
  for (const consumer of consumersOf(event.type as MessageType))
    await until(`${consumer} has it`, () => seenBy.get(consumer)?.some(({ id }) => id === event.id) ?? false)
})

it.each(messageTypes)(
  '%s goes from its service through sidecars and Kafka to whoever listens',
  async (type) => {
    const { database, outbox } = services.get(messages[type].source) as TestService
    const data = sampleData(type)
    const traceparent = `00-${randomUUID().replaceAll('-', '')}-00f067aa0ba902b7-01`
    await database.transaction((tx) =>
      outbox.add(tx, [{ ...emit(type, data), sequence: 7 }], () => traceparent),
    )

    const consumers = consumersOf(type)
    expect(consumers).not.toEqual([])
    for (const consumer of consumers) {
      const received = () =>
        seenBy.get(consumer)?.find((message) => subjectOf(message.data) === subjectOf(data))
      await until(`${consumer} has it`, () => received() !== undefined)
      // The trap: a bulk publish writes its own trace over an event's unless that has a traceid too.
      expect(received()).toMatchObject({ type, data, sequence: 7, traceparent })
    }
  },
)

it('nobody got what they do not listen to, and nothing twice', () => {
  for (const [name, seen] of seenBy) {
    const types = new Set(subscribedTopics(name).flatMap(({ types }) => types))
    expect(seen.filter(({ type }) => !types.has(type))).toEqual([])
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length)
  }
})
