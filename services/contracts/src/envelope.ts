import { z } from 'zod'
import { type AnyMessage, type MessageType, messages } from './messages.ts'

/** CloudEvents 1.0 with the extensions that Dapr and we use. Unknown fields are left alone. */
export const Envelope = z.object({
  specversion: z.literal('1.0'),
  /** The outbox row's UUIDv7; consumers recognise duplicates by it. */
  id: z.uuid(),
  type: z.string(),
  source: z.string(),
  /** The order id, and the key in Kafka. */
  subject: z.string(),
  time: z.iso.datetime(),
  datacontenttype: z.literal('application/json'),
  /** Counts what `source` said about `subject`, so that a consumer notices what overtook what. */
  sequence: z.coerce.number().int().min(1),
  traceparent: z.string().optional(),
  /** Dapr overwrites `traceparent` on bulk publish unless this is there too; both hold the same. */
  traceid: z.string().optional(),
  data: z.unknown(),
})
export type Envelope = z.infer<typeof Envelope>

export type Parsed = { ok: true; message: AnyMessage } | { ok: false; reason: string }

/** A CloudEvent as it came → a known message whose data fits its schema, or the reason why not. */
export function parseEnvelope(event: unknown): Parsed {
  const envelope = Envelope.safeParse(event)
  if (!envelope.success)
    return { ok: false, reason: `not a CloudEvent of ours: ${z.prettifyError(envelope.error)}` }
  const { id, type, time, sequence, traceparent, data: raw } = envelope.data
  if (!Object.hasOwn(messages, type)) return { ok: false, reason: `unknown message type ${type}` }
  const data = messages[type as MessageType].data.safeParse(raw)
  if (!data.success) return { ok: false, reason: `invalid ${type}: ${z.prettifyError(data.error)}` }
  return { ok: true, message: { id, type, time, sequence, traceparent, data: data.data } as AnyMessage }
}
