import { createHash } from 'node:crypto'

export interface Answer<Value> {
  value: Value
  /** Changes with the value. */
  etag: string
}

interface Kept {
  answer: Promise<Answer<unknown>>
  /** When it was begun, so that an answer is never older than it claims. */
  since: number
}

interface Limits {
  freshForMs: number
  atMost: number
  now?: () => number
}

/**
 * Answers that many ask for at once, worked out once and kept for a moment: however many shoppers look,
 * the database is asked about one thing so many times a second. Nobody has to say what changed, which
 * spares reservations the work and needs no word between replicas.
 */
export class Answers {
  readonly #kept = new Map<string, Kept>()
  readonly #freshForMs: number
  readonly #atMost: number
  readonly #now: () => number

  constructor({ freshForMs, atMost, now = performance.now.bind(performance) }: Limits) {
    this.#freshForMs = freshForMs
    this.#atMost = atMost
    this.#now = now
  }

  get<Value>(key: string, find: () => Promise<Value>): Promise<Answer<Value>> {
    const kept = this.#kept.get(key)
    if (kept && this.#now() - kept.since < this.#freshForMs) return kept.answer as Promise<Answer<Value>>
    const answer = find().then((value) => ({ value, etag: etagOf(value) }))
    this.#keep(key, answer)
    return answer
  }

  #keep(key: string, answer: Promise<Answer<unknown>>): void {
    const kept = { answer, since: this.#now() }
    // Anew at the end: the first one is the oldest.
    this.#kept.delete(key)
    this.#kept.set(key, kept)
    answer.catch(() => this.#kept.get(key) === kept && this.#kept.delete(key))
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > this.#atMost && oldest !== undefined) this.#kept.delete(oldest)
  }
}

export const etagOf = (value: unknown): string =>
  createHash('sha256')
    .update(value instanceof Uint8Array ? value : JSON.stringify(value))
    .digest('base64url')
    .slice(0, 22)
