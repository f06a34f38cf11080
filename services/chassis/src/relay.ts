import { setTimeout as sleep } from 'node:timers/promises'
import { type Database, statement } from './database.ts'
import type { Logger } from './logger.ts'
import { metrics } from './metrics.ts'
import type { OutboxRow } from './outbox.ts'
import { PACE_MS, paced } from './pace.ts'
import type { Sidecar } from './sidecar.ts'
import { isSampled } from './telemetry.ts'

const MAX_BATCH = 100
const FORGET_EVERY_MS = 200
const SWEEP_EVERY_MS = 1_000
/** Younger rows are most likely still in the memory of the process that wrote them. */
const SWEEP_OLDER_THAN_MS = 3_000
const BACK_OFF_MS = { first: 100, most: 5_000 }

const deletePublished = statement('outbox-delete', 'DELETE FROM outbox WHERE id = ANY($1::uuid[])')

const lockSweep = statement(
  'outbox-lock-sweep',
  "SELECT pg_try_advisory_xact_lock(hashtextextended('outbox-sweep', 0)) AS locked",
)

const selectStayed = statement(
  'outbox-select-stayed',
  `SELECT id, topic, key, event, event::json ->> 'traceparent' AS traceparent FROM outbox
   WHERE created_at < now() - $1 * interval '1 millisecond' AND id <> ALL($2::uuid[])
   ORDER BY id LIMIT 500`,
)

/**
 * Publishes what the outbox committed: from memory, one request in flight per topic and at a pace, so
 * that batches grow with the load and an order's messages keep their order. Rows are deleted after Kafka's
 * acknowledgement; whoever dies in between leaves them to the sweeper, and consumers see a duplicate.
 */
export class Relay {
  readonly #database: Database
  readonly #sidecar: Sidecar
  readonly #logger: Logger
  readonly #queues = new Map<string, OutboxRow[]>()
  readonly #sending = new Map<string, Promise<void>>()
  readonly #pace = new Map<string, () => Promise<void>>()
  readonly #inMemory = new Set<string>()
  #published: string[] = []
  #timers: NodeJS.Timeout[] = []
  #stopped = false

  constructor(database: Database, sidecar: Sidecar, logger: Logger) {
    this.#database = database
    this.#sidecar = sidecar
    this.#logger = logger
  }

  start(): void {
    this.#timers = [
      setInterval(() => this.#log('forgetting published messages', this.#forget()), FORGET_EVERY_MS),
      setInterval(() => this.#log('sweeping the outbox', this.sweep()), SWEEP_EVERY_MS),
    ]
  }

  push(rows: OutboxRow[]): void {
    for (const row of rows) {
      const queue = this.#queues.get(row.topic)
      if (queue) queue.push(row)
      else this.#queues.set(row.topic, [row])
      this.#inMemory.add(row.id)
    }
    metrics.outboxWaiting.set(this.#inMemory.size)
    for (const topic of new Set(rows.map((row) => row.topic))) this.#send(topic)
  }

  #send(topic: string): void {
    if (this.#sending.has(topic)) return
    this.#sending.set(topic, this.#drain(topic))
  }

  async #drain(topic: string): Promise<void> {
    const queue = this.#queues.get(topic) ?? []
    let backOffMs = BACK_OFF_MS.first
    const pace = this.#paceOf(topic)
    while (queue.length > 0) {
      await pace()
      const batch = queue.splice(0, MAX_BATCH)
      const failed = await this.#publish(topic, batch)
      queue.unshift(...failed)
      if (failed.length === 0) {
        backOffMs = BACK_OFF_MS.first
        continue
      }
      // The rows are safe in the outbox: after the stop, the next process sweeps them.
      if (this.#stopped) break
      await sleep(backOffMs)
      backOffMs = Math.min(backOffMs * 2, BACK_OFF_MS.most)
    }
    // At once, not when the promise settles: who pushes in between must find that nobody is sending.
    this.#sending.delete(topic)
  }

  #paceOf(topic: string): () => Promise<void> {
    const pace = this.#pace.get(topic) ?? paced(PACE_MS)
    this.#pace.set(topic, pace)
    return pace
  }

  /** @returns the rows that have to be tried again. */
  async #publish(topic: string, batch: OutboxRow[]): Promise<OutboxRow[]> {
    try {
      const traceparent = batch.find((row) => isSampled(row.traceparent))?.traceparent
      const failedIds = await this.#sidecar.publish(topic, batch, traceparent)
      const failed = batch.filter((row) => failedIds.has(row.id))
      const acknowledged = batch.filter((row) => !failedIds.has(row.id))
      metrics.published.inc({ topic }, acknowledged.length)
      for (const row of acknowledged) this.#published.push(row.id)
      if (failed.length > 0) metrics.publishFailures.inc({ topic }, failed.length)
      return failed
    } catch (error) {
      metrics.publishFailures.inc({ topic }, batch.length)
      this.#logger.warn({ err: error, topic, messages: batch.length }, 'publishing failed, trying again')
      return batch
    }
  }

  async #forget(): Promise<void> {
    const ids = this.#published
    if (ids.length === 0) return
    this.#published = []
    try {
      await this.#database.run(deletePublished, [ids])
      for (const id of ids) this.#inMemory.delete(id)
      metrics.outboxWaiting.set(this.#inMemory.size)
    } catch (error) {
      this.#published = ids.concat(this.#published)
      throw error
    }
  }

  /** Publishes what earlier or dead processes left behind; one process of a service at a time. */
  async sweep(): Promise<void> {
    await this.#database.transaction(async (tx) => {
      const [lock] = await tx.run<{ locked: boolean }>(lockSweep)
      if (!lock?.locked) return
      const rows = await tx.run<OutboxRow>(selectStayed, [SWEEP_OLDER_THAN_MS, [...this.#inMemory]])
      for (const topic of new Set(rows.map((row) => row.topic)))
        await this.#publish(
          topic,
          rows.filter((row) => row.topic === topic),
        )
      await this.#forget()
    })
  }

  #log(what: string, work: Promise<void>): void {
    work.catch((error) => this.#logger.warn({ err: error }, `${what} failed, trying again`))
  }

  /** Publishes what is in memory, once; what Kafka does not take now stays in the outbox. */
  async stop(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer)
    this.#stopped = true
    await Promise.all(this.#sending.values())
    await this.#forget()
  }
}
