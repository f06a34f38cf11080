import { type MessageType, messages, messageTypes } from './messages.ts'
import { type ServiceName, servicesWithDatabase } from './services.ts'

/** Who listens to which topic; the publishers follow from messages.ts. */
const consumers = {
  'stock.commands': ['stock'],
  'stock.events': ['orders'],
  'payments.commands': ['payments'],
  'payments.events': ['orders'],
  'orders.events': ['notifications', 'stock', 'shipments'],
  'shipments.commands': ['shipments'],
  'shipments.events': ['orders', 'notifications'],
  'notifications.events': ['orders'],
  'accounts.events': ['notifications', 'orders'],
} as const satisfies Record<string, readonly ServiceName[]>

export type MessageTopic = keyof typeof consumers

/** Every message type that may reach a service, so that its subscriptions can be checked for completeness. */
export type ConsumedBy<S extends ServiceName> = {
  [T in MessageType]: S extends (typeof consumers)[(typeof messages)[T]['topic']][number] ? T : never
}[MessageType]

export type TopicName = MessageTopic | DeadLetterTopic
export type DeadLetterTopic = `${ServiceName}.dead-letters`

export const deadLetterTopic = (service: ServiceName): DeadLetterTopic => `${service}.dead-letters`

const DAY = 24 * 60 * 60 * 1000

/** On their topics and in the tables of services; they may hold what customers told of themselves. */
export const DEAD_LETTERS_KEPT_MS = 30 * DAY

export interface Topic {
  name: TopicName
  publishers: readonly ServiceName[]
  consumers: readonly ServiceName[]
  /** Partitions for one replica of each consumer; more replicas want a small multiple. */
  partitions: number
  retentionMs: number
}

const typesOn = (topic: string): MessageType[] =>
  messageTypes.filter((type) => messages[type].topic === topic)

export const messageTopics: readonly Topic[] = (Object.keys(consumers) as MessageTopic[]).map((name) => ({
  name,
  publishers: [...new Set(typesOn(name).map((type) => messages[type].source))],
  consumers: consumers[name],
  partitions: 1,
  retentionMs: 7 * DAY,
}))

export const deadLetterTopics: readonly Topic[] = servicesWithDatabase.map((service) => ({
  name: deadLetterTopic(service),
  publishers: [service],
  consumers: [],
  partitions: 1,
  retentionMs: DEAD_LETTERS_KEPT_MS,
}))

export const topics: readonly Topic[] = [...messageTopics, ...deadLetterTopics]

/** @param partitions of a topic with many messages; dead letters are few. */
export const partitionsOf = (topic: Topic, partitions: number): number =>
  deadLetterTopics.includes(topic) ? topic.partitions : topic.partitions * partitions

export const topicOf = (type: MessageType): MessageTopic => messages[type].topic

/** Topics that a service reads, each with the message types that may arrive there. */
export const subscribedTopics = (service: ServiceName): { name: MessageTopic; types: MessageType[] }[] =>
  messageTopics
    .filter((topic) => topic.consumers.includes(service))
    .map((topic) => ({ name: topic.name as MessageTopic, types: typesOn(topic.name) }))
