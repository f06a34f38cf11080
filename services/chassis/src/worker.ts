import type { Logger } from './logger.ts'

interface WorkerOptions<Task> {
  name: string
  /** How many tasks run at once. */
  concurrency: number
  /**
   * Claims tasks whose time has come, by moving their time past a lease: when this process dies,
   * another claims them again. Performing a task twice must therefore be harmless.
   */
  claimDue: () => Promise<Task[]>
  idOf: (task: Task) => string
  /** Does it and writes down the outcome. Throwing leaves the task to its lease. */
  perform: (task: Task) => Promise<unknown>
  logger: Logger
  pollMs?: number
}

/**
 * Work towards third parties: rows that say what is to be done, committed before anything is called.
 * Fresh rows are handed over in memory right after their commit; polling finds what was left over.
 */
export class Worker<Task> {
  readonly #options: WorkerOptions<Task>
  readonly #queue: Task[] = []
  readonly #known = new Set<string>()
  readonly #running = new Set<Promise<void>>()
  #timer: NodeJS.Timeout | undefined
  #polling: Promise<void> | undefined
  #stopped = false

  constructor(options: WorkerOptions<Task>) {
    this.#options = options
  }

  start(): void {
    this.#timer = setInterval(() => {
      this.#polling ??= this.#poll().finally(() => {
        this.#polling = undefined
      })
    }, this.#options.pollMs ?? 500)
  }

  push(tasks: readonly Task[]): void {
    for (const task of tasks) {
      const id = this.#options.idOf(task)
      if (this.#known.has(id)) continue
      this.#known.add(id)
      this.#queue.push(task)
    }
    this.#next()
  }

  async #poll(): Promise<void> {
    try {
      this.push(await this.#options.claimDue())
    } catch (error) {
      this.#options.logger.warn(
        { err: error },
        `${this.#options.name}: looking for work failed, trying again`,
      )
    }
  }

  #next(): void {
    while (!this.#stopped && this.#running.size < this.#options.concurrency) {
      const task = this.#queue.shift()
      if (task === undefined) return
      const done = this.#perform(task).finally(() => {
        this.#running.delete(done)
        this.#next()
      })
      this.#running.add(done)
    }
  }

  async #perform(task: Task): Promise<void> {
    const id = this.#options.idOf(task)
    try {
      await this.#options.perform(task)
    } catch (error) {
      this.#options.logger.warn({ err: error, task: id }, `${this.#options.name}: failed, trying again later`)
    } finally {
      this.#known.delete(id)
    }
  }

  /** Waits for what runs; what is still queued stays in its table. */
  async stop(): Promise<void> {
    clearInterval(this.#timer)
    this.#stopped = true
    await this.#polling
    await Promise.all(this.#running)
  }
}
