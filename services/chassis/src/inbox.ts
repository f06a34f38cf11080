import { parseEnvelope } from '@aos/contracts/envelope'
import { type AnyMessage, type Message, type MessageType, subjectOf } from '@aos/contracts/messages'
import type { ServiceName } from '@aos/contracts/services'
import { type ConsumedBy, DEAD_LETTERS_KEPT_MS, type MessageTopic } from '@aos/contracts/topics'
import type { Span } from '@opentelemetry/api'
import { bury, type Rejected } from './bury.ts'
import { type Database, statement, type Transaction } from './database.ts'
import { deleteLetters } from './dead-letters-table.ts'
import { AppError, kindOf } from './errors.ts'
import type { Logger } from './logger.ts'
import { metrics } from './metrics.ts'
import type { Outbox, Outgoing } from './outbox.ts'
import { failSpan, startSpan, traceparentOf } from './telemetry.ts'

/**
 * Handles messages of a kind, all in one transaction, and says what follows from them.
 * May see an order in several messages of a call, then in the order in which they came.
 */
export type Handler<T extends MessageType = MessageType> = (
  tx: Transaction,
  messages: Message<T>[],
) => Promise<Outgoing<MessageType>[]>

/** For messages that share a topic with others but say nothing to this service. */
export const ignored = (because: string) => ({ ignored: because })
type Ignored = ReturnType<typeof ignored>

/** Which message goes to which use case; the compiler wants an answer for all that may come. */
export type Subscriptions<S extends ServiceName> = { [T in ConsumedBy<S>]: Handler<T> | Ignored }

/** Subscriptions of whichever service. */
export type Handlers = Partial<Record<MessageType, Handler<never> | Ignored>>

const claimIds = statement(
  'inbox-claim',
  `INSERT INTO inbox (id) SELECT id FROM unnest($1::uuid[]) AS id ORDER BY id
   ON CONFLICT DO NOTHING RETURNING id`,
)

const forgetOld = statement(
  'inbox-forget',
  "DELETE FROM inbox WHERE received_at < now() - interval '10 days'",
)

type MayBegin = (tx: Transaction) => Promise<boolean>

/**
 * Turns at-least-once delivery into effectively-once: a message's id is claimed in the transaction of
 * its effects. A batch is one transaction; if that fails, each message is tried alone, so that one bad
 * message cannot hold the others.
 */
export class Inbox {
  readonly #service: ServiceName
  readonly #handlers: Handlers
  readonly #database: Database
  readonly #outbox: Outbox
  readonly #logger: Logger

  constructor(
    service: ServiceName,
    handlers: Handlers,
    { database, outbox, logger }: { database: Database; outbox: Outbox; logger: Logger },
  ) {
    this.#service = service
    this.#handlers = handlers
    this.#database = database
    this.#outbox = outbox
    this.#logger = logger
  }

  /** @returns for each event whether it is done with; otherwise it has to come again. */
  async receive(topic: MessageTopic, events: unknown[]): Promise<boolean[]> {
    metrics.batchSize.observe({ topic }, events.length)
    const parsed = events.map(parseEnvelope)
    const deliveries = new Map(parsed.flatMap((one, i) => (one.ok ? [[one.message, events[i]]] : [])))
    const handled = await this.#handleAll(topic, deliveries)
    const unparsable = parsed.flatMap((one, i) => (one.ok ? [] : [{ event: events[i], reason: one.reason }]))
    const buried = await this.#bury(topic, unparsable)
    return parsed.map((one) => (one.ok ? (handled.get(one.message) ?? false) : buried))
  }

  /** @param deliveries each message with the event that it came in. */
  async #handleAll(
    topic: MessageTopic,
    deliveries: ReadonlyMap<AnyMessage, unknown>,
  ): Promise<Map<AnyMessage, boolean>> {
    const messages = [...deliveries.keys()]
    try {
      await this.#handleBatch(messages)
      return new Map(messages.map((message) => [message, true]))
    } catch (error) {
      // Trying one by one would only find the same fault as often as there are messages.
      if (kindOf(error) === 'unavailable') return this.#retryAll(messages, error)
      this.#logger.warn({ err: error, topic, messages: messages.length }, 'a batch failed, trying one by one')
    }
    const results = new Map<AnyMessage, boolean>()
    for (const [message, event] of deliveries)
      results.set(message, await this.#handleAlone(topic, message, event))
    return results
  }

  #retryAll(messages: AnyMessage[], error: unknown): Map<AnyMessage, boolean> {
    this.#logger.warn({ err: error, messages: messages.length }, 'messages have to come again')
    for (const { type } of messages) metrics.deliveries.inc({ type, outcome: 'retried' })
    return new Map(messages.map((message) => [message, false]))
  }

  async #handleAlone(topic: MessageTopic, message: AnyMessage, event: unknown): Promise<boolean> {
    try {
      await this.#handleBatch([message])
      return true
    } catch (error) {
      if (!isHopeless(error)) return this.#retryAll([message], error).get(message) ?? false
      return this.#bury(topic, [{ event, reason: (error as Error).message }])
    }
  }

  /**
   * Tries once more what was refused before, in one transaction with whatever `mayBegin` does.
   * @param mayBegin says whether it is still to be tried
   * @returns why it is refused again
   * @throws AppError unavailable when it may be accepted later
   */
  async receiveAgain(event: unknown, mayBegin: MayBegin): Promise<string | undefined> {
    const parsed = parseEnvelope(event)
    if (!parsed.ok) return parsed.reason
    try {
      await this.#handleBatch([parsed.message], mayBegin)
      return undefined
    } catch (cause) {
      if (isHopeless(cause)) return (cause as Error).message
      const remedy = `${this.#service} cannot take it at the moment; try again`
      throw new AppError('unavailable', 'not-now', remedy, { cause })
    }
  }

  async #handleBatch(messages: AnyMessage[], mayBegin?: MayBegin): Promise<void> {
    if (messages.length === 0) return
    const spans = new Map(messages.map((message) => [message, this.#spanOf(message)]))
    try {
      const fresh = await this.#database.transaction(async (tx) => {
        if (mayBegin && !(await mayBegin(tx))) return new Set()
        const ids = await tx.run<{ id: string }>(claimIds, [messages.map(({ id }) => id)])
        const claimed = new Set(ids.map(({ id }) => id))
        // Deleting while filtering leaves only the first of two equal ids in one batch.
        const fresh = messages.filter(({ id }) => claimed.delete(id))
        for (const { handler, messages } of byHandler(fresh, this.#handlers)) {
          const outgoing = await handler(tx, messages)
          const traces = new Map(messages.map((message) => [subjectOf(message.data), spans.get(message)]))
          await this.#outbox.add(tx, outgoing, (subject) => traceOf(traces.get(subject)))
        }
        return new Set(fresh)
      })
      for (const message of messages)
        metrics.deliveries.inc({ type: message.type, outcome: fresh.has(message) ? 'handled' : 'duplicate' })
    } catch (error) {
      for (const span of spans.values()) failSpan(span, error)
      throw error
    } finally {
      for (const span of spans.values()) span.end()
    }
  }

  #spanOf({ type, traceparent, data }: AnyMessage): Span {
    const about = 'orderId' in data ? 'order.id' : 'account.id'
    return startSpan(type, { kind: 'consumer', traceparent, attributes: { [about]: subjectOf(data) } })
  }

  async #bury(topic: MessageTopic, rejected: Rejected[]): Promise<boolean> {
    if (rejected.length === 0) return true
    try {
      await this.#database.transaction((tx) =>
        bury(tx, this.#outbox, { service: this.#service, topic, rejected }),
      )
    } catch (error) {
      this.#logger.error(
        { err: error, topic },
        'dead letters could not be kept, the messages have to come again',
      )
      return false
    }
    for (const { reason } of rejected) {
      this.#logger.error({ topic, reason }, 'a message can never be accepted: kept as a dead letter')
      metrics.deliveries.inc({ type: 'unknown', outcome: 'dead-lettered' })
    }
    return true
  }

  /** Kafka keeps messages for 7 days; ids are remembered for longer than a duplicate can come, letters as on their topic. */
  async forgetOld(): Promise<void> {
    await this.#database.run(forgetOld)
    await deleteLetters(this.#database, DEAD_LETTERS_KEPT_MS)
  }
}

const traceOf = (span: Span | undefined) => span && traceparentOf(span)

function isHopeless(error: unknown): boolean {
  const kind = kindOf(error)
  return kind === 'invalid' || kind === 'unprocessable' || kind === 'forbidden'
}

interface Group {
  handler: Handler
  messages: AnyMessage[]
}

/**
 * As few groups as possible, each for one handler, such that an order's messages keep the order in
 * which they came: a message joins the last group of its handler unless a later group already holds
 * a message of the same order.
 */
export function byHandler(messages: AnyMessage[], handlers: Handlers): Group[] {
  const groups: Group[] = []
  const lastGroupOf = new Map<string, number>()
  for (const message of messages) {
    const handler = handlers[message.type]
    if (handler === undefined)
      throw new AppError('unprocessable', 'not-subscribed', `no subscription for ${message.type}`)
    if ('ignored' in handler) continue
    const use = handler as Handler
    const subject = subjectOf(message.data)
    let at = groups.findLastIndex((group) => group.handler === use)
    if (at < (lastGroupOf.get(subject) ?? 0)) at = groups.push({ handler: use, messages: [] }) - 1
    groups[at]?.messages.push(message)
    lastGroupOf.set(subject, at)
  }
  return groups
}
