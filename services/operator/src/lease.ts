import type { Logger } from '@aos/chassis/logger'
import { forLog, isStatus } from './api-error.ts'
import { type ApiServer, WRITE_TIMEOUT_MS } from './api-server.ts'
import { pause } from './pause.ts'

/**
 * One operator at a time, by a Lease:
 *
 *   leader     renews every `renewMs`; may write until `lastRenewal + duration - margin` on its own clock
 *   candidate  takes over when it saw the same record unchanged for `duration` on its own clock
 *
 * Clocks are never compared: both sides count on a monotonic clock of their own, which goes on while the
 * process is frozen. The margin is longer than any write may take, so that the last write of the old leader
 * has ended, one way or the other, before the first of the new one. What remains open is in docs/adr/0012.
 */
export interface LeaseOptions {
  namespace: string
  name: string
  identity: string
  durationMs: number
  renewMs: number
}

interface LeaseObject {
  apiVersion: string
  kind: string
  metadata: { name: string; namespace: string; resourceVersion?: string }
  spec: {
    holderIdentity?: string
    leaseDurationSeconds?: number
    acquireTime?: string
    renewTime?: string
    leaseTransitions?: number
  }
}

export class LeaseLost extends Error {
  constructor() {
    super('the lease is not ours any more: nothing is written')
    this.name = 'LeaseLost'
  }
}

/** A write may still be under way for this long after it was allowed; a second more for the way there. */
const MARGIN_MS = WRITE_TIMEOUT_MS + 1000
/** A candidate looks this often, a leader repeats a failed renewal after this. */
const RETRY_MS = 1000

const microTime = (): string => new Date().toISOString().replace('Z', '000Z')

export class Lease {
  readonly #api: ApiServer
  readonly #options: LeaseOptions
  readonly #logger: Logger
  #mine: LeaseObject | undefined
  #seen: { version: string | undefined; sinceMs: number } | undefined
  #mayWriteUntilMs = Number.NEGATIVE_INFINITY

  constructor(api: ApiServer, options: LeaseOptions, logger: Logger) {
    if (options.durationMs < 2 * MARGIN_MS) throw new Error(`a lease lasts at least ${2 * MARGIN_MS} ms`)
    this.#api = api
    this.#options = options
    this.#logger = logger
  }

  get isHeld(): boolean {
    return performance.now() < this.#mayWriteUntilMs
  }

  /** @throws LeaseLost when a write that began now might end after another operator took over. */
  readonly fence = (): void => {
    if (!this.isHeld) throw new LeaseLost()
  }

  /** Leads whenever it may, again and again, until the signal: `lead` ends when its own signal aborts. */
  async campaign(lead: (signal: AbortSignal) => Promise<void>, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      if (!(await this.#attempt())) {
        await pause(RETRY_MS, signal)
        continue
      }
      this.#logger.info('leading')
      const lost = new AbortController()
      const leading = lead(AbortSignal.any([lost.signal, signal]))
      await this.#keep(signal)
      lost.abort()
      await leading
      if (!signal.aborted) this.#logger.warn('the lease was lost')
    }
    await this.#release()
  }

  /** Renews until the stop or until the lease is lost. */
  async #keep(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && this.isHeld) {
      await pause(this.#options.renewMs, signal)
      while (!signal.aborted && this.isHeld && !(await this.#attempt())) await pause(RETRY_MS, signal)
    }
  }

  /** Takes or renews the lease if that is possible; false otherwise, and also when nobody answers. */
  async #attempt(): Promise<boolean> {
    try {
      const current = this.#mine ?? (await this.#look())
      if (current && !this.#isFree(current)) return false
      await this.#take(current)
      return true
    } catch (error) {
      // Somebody else was faster, or our own record is not the latest: look again next time.
      if (isStatus(error, 409)) this.#mine = undefined
      else this.#logger.warn(forLog(error), 'the lease could not be read or renewed')
      return false
    }
  }

  async #take(current: LeaseObject | undefined): Promise<void> {
    // Counted from before the request: a candidate cannot have seen this record any earlier.
    const sentAtMs = performance.now()
    this.#mine = await this.#write(current, this.#options.identity)
    this.#mayWriteUntilMs = sentAtMs + this.#options.durationMs - MARGIN_MS
  }

  #isFree({ metadata, spec }: LeaseObject): boolean {
    if (!spec.holderIdentity || spec.holderIdentity === this.#options.identity) return true
    const nowMs = performance.now()
    const isSame = this.#seen?.version === metadata.resourceVersion
    const seen = isSame && this.#seen ? this.#seen : { version: metadata.resourceVersion, sinceMs: nowMs }
    this.#seen = seen
    const lastsMs = (spec.leaseDurationSeconds ?? 0) * 1000 || this.#options.durationMs
    return nowMs - seen.sinceMs > lastsMs
  }

  async #look(): Promise<LeaseObject | undefined> {
    try {
      return await this.#api.read<LeaseObject>(this.#path(this.#options.name))
    } catch (error) {
      if (isStatus(error, 404)) return undefined
      throw error
    }
  }

  #write(current: LeaseObject | undefined, holderIdentity: string): Promise<LeaseObject> {
    const { namespace, name, durationMs } = this.#options
    const isNew = current?.spec.holderIdentity !== holderIdentity
    const spec = {
      ...current?.spec,
      holderIdentity,
      leaseDurationSeconds: Math.ceil(durationMs / 1000),
      renewTime: microTime(),
      acquireTime: isNew ? microTime() : (current?.spec.acquireTime ?? microTime()),
      leaseTransitions: (current?.spec.leaseTransitions ?? 0) + (current && isNew ? 1 : 0),
    }
    if (!current) {
      const metadata = { name, namespace }
      const body = { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata, spec }
      return this.#api.write({ method: 'POST', path: this.#path(), body })
    }
    // The resourceVersion in it makes this fail when anybody else wrote in between.
    return this.#api.write({ method: 'PUT', path: this.#path(name), body: { ...current, spec } })
  }

  /** Lets the next one in without a wait; nothing of ours is under way any more. */
  async #release(): Promise<void> {
    const held = this.#mine
    const wasHeld = this.isHeld
    this.#mine = undefined
    this.#mayWriteUntilMs = Number.NEGATIVE_INFINITY
    if (held && wasHeld) await this.#write(held, '').catch(() => undefined)
  }

  #path(name?: string): string {
    const list = `/apis/coordination.k8s.io/v1/namespaces/${this.#options.namespace}/leases`
    return name ? `${list}/${name}` : list
  }
}
