import type { Logger } from './logger.ts'

type Stop = () => Promise<unknown> | unknown

/** Whoever starts something registers its stop; what was started last is stopped first. */
export class Lifecycle {
  readonly #stops: { name: string; stop: Stop }[] = []
  readonly #logger: Logger
  readonly #aborter = new AbortController()
  #stopping: Promise<void> | undefined

  constructor(logger: Logger) {
    this.#logger = logger
  }

  get isStopping(): boolean {
    return this.#stopping !== undefined
  }

  /** Aborts when stopping begins, for what would otherwise go on: streams, long waits. */
  get signal(): AbortSignal {
    return this.#aborter.signal
  }

  onStop(name: string, stop: Stop): void {
    this.#stops.push({ name, stop })
  }

  /** Stops everything once, however often it is called; a stop that fails does not keep the others from stopping. */
  stop(): Promise<void> {
    this.#stopping ??= this.#stopAll()
    this.#aborter.abort()
    return this.#stopping
  }

  async #stopAll(): Promise<void> {
    for (const { name, stop } of this.#stops.reverse()) {
      try {
        await stop()
      } catch (error) {
        this.#logger.error({ err: error }, `stopping ${name} failed`)
      }
    }
  }

  /** SIGTERM and SIGINT stop everything; the process then ends by itself, or after `patienceMs` by force. */
  stopOnSignals(patienceMs: number): void {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => {
        this.#logger.info(`stopping on ${signal}`)
        setTimeout(() => process.exit(1), patienceMs).unref()
        this.stop().then(() => process.exit(0))
      })
    }
  }
}
