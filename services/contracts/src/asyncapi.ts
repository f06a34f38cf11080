import { z } from 'zod'
import { Envelope } from './envelope.ts'
import { type MessageType, messages, messageTypes } from './messages.ts'
import { serviceNames } from './services.ts'
import { messageTopics, subscribedTopics, topicOf } from './topics.ts'

type Json = Record<string, unknown>

function payloadOf(type: MessageType): Json {
  const schema = Envelope.extend({ type: z.literal(type), data: messages[type].data })
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return json
}

const sends = (service: string): Json =>
  Object.fromEntries(
    messageTypes
      .filter((type) => messages[type].source === service)
      .map((type) => [`${service}.send.${type}`, operation('send', topicOf(type), [type])]),
  )

const receives = (service: (typeof serviceNames)[number]): Json =>
  Object.fromEntries(
    subscribedTopics(service).map(({ name, types }) => [
      `${service}.receive.${name}`,
      operation('receive', name, types),
    ]),
  )

const operation = (action: string, topic: string, types: MessageType[]): Json => ({
  action,
  channel: { $ref: `#/channels/${topic}` },
  messages: types.map((type) => ({ $ref: `#/channels/${topic}/messages/${type}` })),
})

/** The AsyncAPI 3 document of all messages between services, derived from messages.ts and topics.ts. */
export const asyncapi = (version: string): Json => ({
  asyncapi: '3.0.0',
  info: { title: 'Awesome Online Store: messages', version },
  defaultContentType: 'application/cloudevents+json',
  channels: Object.fromEntries(
    messageTopics.map(({ name }) => [
      name,
      {
        address: name,
        messages: Object.fromEntries(
          messageTypes
            .filter((type) => topicOf(type) === name)
            .map((type) => [type, { $ref: `#/components/messages/${type}` }]),
        ),
      },
    ]),
  ),
  operations: Object.assign({}, ...serviceNames.map((name) => ({ ...sends(name), ...receives(name) }))),
  components: {
    messages: Object.fromEntries(
      messageTypes.map((type) => [
        type,
        { name: type, summary: messages[type].summary, payload: payloadOf(type) },
      ]),
    ),
  },
})
