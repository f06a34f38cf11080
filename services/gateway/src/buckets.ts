const MINUTE = 60_000
const MOST_KEPT = 50_000

interface Bucket {
  left: number
  at: number
}

/** A bucket of tokens for each key, filled evenly; who was quiet for a minute may ask for a minute's worth at once. */
export class Buckets {
  readonly #perMinute: number
  readonly #buckets = new Map<string, Bucket>()

  /** @param perMinute 0: no limit. */
  constructor(perMinute: number) {
    this.#perMinute = perMinute
  }

  /** @returns in how many ms to try again; 0 when there was a token. */
  take(key: string, now: number): number {
    if (this.#perMinute === 0) return 0
    const left = this.#leftIn(this.#buckets.get(key), now)
    // Deleted first, so that the map's order is that of the last use.
    this.#buckets.delete(key)
    this.#buckets.set(key, { left: left >= 1 ? left - 1 : left, at: now })
    this.#forgetOldest()
    return left >= 1 ? 0 : Math.ceil(((1 - left) * MINUTE) / this.#perMinute)
  }

  #leftIn(bucket: Bucket | undefined, now: number): number {
    if (!bucket) return this.#perMinute
    return Math.min(this.#perMinute, bucket.left + ((now - bucket.at) * this.#perMinute) / MINUTE)
  }

  #forgetOldest(): void {
    if (this.#buckets.size <= MOST_KEPT) return
    const [oldest] = this.#buckets.keys()
    if (oldest !== undefined) this.#buckets.delete(oldest)
  }
}
