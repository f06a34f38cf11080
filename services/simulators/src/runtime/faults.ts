import { setTimeout as delay } from 'node:timers/promises'
import type { Context } from 'koa'

/**
 * How an answer goes wrong for the first `times` tries of one request:
 * `before` anything was done, or `after` all of it was done and kept.
 */
export interface Fault {
  when: 'before' | 'after'
  how: 'drop' | 'hang' | 'error'
  times: number
}

/** Thrown for `how: 'error'`; each API words it in its own way. */
export class SimulatedOutage extends Error {
  override message = 'Simulated outage: try the same request again.'
}

/** Counts the tries of each request, so that a fault ends after its `times`. */
export class Faults {
  #tries = new Map<string, number>()
  #hangMs: number

  constructor(hangMs: number) {
    this.#hangMs = hangMs
  }

  next(request: string, fault: Fault | undefined): Fault | undefined {
    if (!fault) return undefined
    const tries = (this.#tries.get(request) ?? 0) + 1
    this.#tries.set(request, tries)
    return tries <= fault.times ? fault : undefined
  }

  /** Returns false if there is nobody left to answer. */
  async play(fault: Fault | undefined, when: Fault['when'], ctx: Context): Promise<boolean> {
    if (fault?.when !== when) return true
    if (fault.how === 'error') throw new SimulatedOutage()
    if (fault.how === 'hang') return this.#hang(ctx)
    ctx.req.socket.destroy()
    return false
  }

  async #hang(ctx: Context): Promise<boolean> {
    const gone = new AbortController()
    ctx.res.once('close', () => gone.abort())
    await delay(this.#hangMs, undefined, { signal: gone.signal }).catch(() => undefined)
    return !gone.signal.aborted
  }
}
