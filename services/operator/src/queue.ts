import type { Logger } from '@aos/chassis/logger'
import { ApiError, forLog } from './api-error.ts'
import { metrics } from './metrics.ts'

const SECOND = 1000

interface Entry {
  dueMs: number
  failures: number
  isRunning: boolean
  /** When it asked to come again while it ran; infinity when nobody did. */
  againMs: number
}

interface QueueOptions {
  /** Looks at one key; answers after how long it wants to come again, if at all. */
  work: (key: string) => Promise<number | undefined>
  logger: Logger
  workers?: number
  /** Things that happen together are looked at together. */
  settleMs?: number
  maxBackOffMs?: number
}

/**
 * Keys to look at. A key waits once however often it is added, never runs twice at the same time, and comes
 * again later and later while it fails.
 */
export class Queue {
  readonly #entries = new Map<string, Entry>()
  readonly #options: Required<QueueOptions>
  readonly #running = new Set<Promise<void>>()
  #timer: NodeJS.Timeout | undefined
  #isStopped = false

  constructor(options: QueueOptions) {
    this.#options = { workers: 2, settleMs: 300, maxBackOffMs: 60 * SECOND, ...options }
  }

  /** A key that fails keeps its back-off, or news would turn an outage into a busy loop. */
  add(key: string, inMs = this.#options.settleMs): void {
    if (this.#isStopped) return
    const dueMs = performance.now() + inMs
    const entry = this.#entries.get(key)
    if (!entry) this.#entries.set(key, { dueMs, failures: 0, isRunning: false, againMs: Infinity })
    else if (entry.isRunning) entry.againMs = Math.min(entry.againMs, dueMs)
    else if (entry.failures === 0) entry.dueMs = Math.min(entry.dueMs, dueMs)
    this.#arrange()
  }

  /** Waits for what runs; nothing else begins. */
  async stop(): Promise<void> {
    this.#isStopped = true
    clearTimeout(this.#timer)
    this.#entries.clear()
    await Promise.all(this.#running)
  }

  #arrange(): void {
    metrics.queueDepth.set([...this.#entries.values()].filter(({ isRunning }) => !isRunning).length)
    clearTimeout(this.#timer)
    if (this.#isStopped || this.#running.size >= this.#options.workers) return
    const next = [...this.#entries]
      .filter(([, { isRunning }]) => !isRunning)
      .sort(([, a], [, b]) => a.dueMs - b.dueMs)[0]
    if (!next) return
    const [key, entry] = next
    const waitMs = entry.dueMs - performance.now()
    if (waitMs > 0) this.#timer = setTimeout(() => this.#arrange(), waitMs)
    else this.#begin(key, entry)
  }

  #begin(key: string, entry: Entry): void {
    entry.isRunning = true
    const run = this.#run(key, entry).finally(() => {
      this.#running.delete(run)
      this.#arrange()
    })
    this.#running.add(run)
    this.#arrange()
  }

  async #run(key: string, entry: Entry): Promise<void> {
    const end = metrics.reconcileSeconds.startTimer()
    try {
      const againInMs = await this.#options.work(key)
      end({ outcome: 'done' })
      entry.failures = 0
      const wantedMs = againInMs === undefined ? Infinity : performance.now() + againInMs
      entry.dueMs = Math.min(wantedMs, entry.againMs)
    } catch (error) {
      end({ outcome: 'failed' })
      entry.failures += 1
      const inMs = this.#backOffMs(entry.failures, error)
      entry.dueMs = performance.now() + inMs
      this.#options.logger.warn(
        { key, ...forLog(error), againInMs: Math.round(inMs) },
        'failed, coming again',
      )
    }
    entry.isRunning = false
    entry.againMs = Infinity
    if (entry.dueMs === Infinity) this.#entries.delete(key)
  }

  /** Doubles from half a second, a little apart from others, and not before the API server wants to see us. */
  #backOffMs(failures: number, error: unknown): number {
    const doubled = Math.min(this.#options.maxBackOffMs, 250 * 2 ** failures)
    const wanted = error instanceof ApiError ? error.retryAfterMs : 0
    return Math.max(wanted, doubled * (0.75 + Math.random() / 2))
  }
}
