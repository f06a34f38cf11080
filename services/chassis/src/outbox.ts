import {
  type Emitted,
  type MessageType,
  messages,
  type OrderMessageType,
  subjectOf,
} from '@aos/contracts/messages'
import type { ServiceName } from '@aos/contracts/services'
import type { DeadLetterTopic } from '@aos/contracts/topics'
import { v7 as uuidv7 } from 'uuid'
import { statement, type Transaction } from './database.ts'

/** A message with its place in what this service says about the order or account: 1, 2, 3 … */
export type Outgoing<T extends MessageType = OrderMessageType> = Emitted<T> & { sequence: number }

export interface OutboxRow {
  id: string
  topic: string
  key: string
  event: string
  traceparent: string | undefined
}

/** A CloudEvent of any kind; `messageRow` makes those of the contract. */
export interface RawMessage {
  topic: string
  type: string
  subject: string
  sequence: number
  data: unknown
  traceparent: string | undefined
}

const insertRows = statement(
  'outbox-insert',
  `INSERT INTO outbox (id, topic, key, event)
   SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[])`,
)

/**
 * Messages commit together with the rows they speak of; only then does the relay publish them.
 *
 *   use case ── rows + messages, one transaction ──▶ PostgreSQL
 *                                 │ after commit        ▲ what stayed, after a crash
 *                                 ▼                     │
 *                         relay, from memory         sweeper ──▶ sidecar ──▶ Kafka
 */
export class Outbox {
  readonly #service: ServiceName
  readonly #relay: { push(rows: OutboxRow[]): void }

  constructor(service: ServiceName, relay: { push(rows: OutboxRow[]): void }) {
    this.#service = service
    this.#relay = relay
  }

  /** @param traceOf the trace that each subject's messages continue. */
  async add(
    tx: Transaction,
    outgoing: readonly Outgoing<MessageType>[],
    traceOf: (subject: string) => string | undefined,
  ): Promise<void> {
    await this.#insert(
      tx,
      outgoing.map(({ type, data, sequence }) => ({
        topic: messages[type].topic,
        type,
        subject: subjectOf(data),
        sequence,
        data,
        traceparent: traceOf(subjectOf(data)),
      })),
    )
  }

  /** @returns their ids, in the same order. */
  async addDeadLetters(
    tx: Transaction,
    topic: DeadLetterTopic,
    letters: Omit<RawMessage, 'topic'>[],
  ): Promise<string[]> {
    return this.#insert(
      tx,
      letters.map((letter) => ({ ...letter, topic })),
    )
  }

  async #insert(tx: Transaction, raw: RawMessage[]): Promise<string[]> {
    if (raw.length === 0) return []
    const rows = raw.map((message) => this.#row(message))
    tx.send(insertRows, [
      rows.map((row) => row.id),
      rows.map((row) => row.topic),
      rows.map((row) => row.key),
      rows.map((row) => row.event),
    ])
    tx.afterCommit(() => this.#relay.push(rows))
    return rows.map((row) => row.id)
  }

  #row({ topic, type, subject, sequence, data, traceparent }: RawMessage): OutboxRow {
    const id = uuidv7()
    const event = {
      specversion: '1.0',
      id,
      type,
      source: this.#service,
      subject,
      time: new Date().toISOString(),
      datacontenttype: 'application/json',
      sequence,
      // Dapr overwrites a traceparent on bulk publish unless the event has a traceid as well.
      ...(traceparent && { traceparent, traceid: traceparent }),
      data,
    }
    return { id, topic, key: subject, event: JSON.stringify(event), traceparent }
  }
}
