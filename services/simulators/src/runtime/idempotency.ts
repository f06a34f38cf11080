import { createHash } from 'node:crypto'
import type { Position } from './journal.ts'

const KEEP_MS = 24 * 3_600_000

interface Answered {
  fingerprint: string
  position: Position
  answeredMs: number
}

export type Seen =
  | { as: 'new' }
  | { as: 'answered'; position: Position }
  | { as: 'still-running' }
  | { as: 'another-request' }

export const fingerprintOf = (path: string, body: string): string =>
  createHash('sha256').update(path).update('\n').update(body).digest('base64url')

/** Which keys were used for what. The answers themselves stay in the journal. */
export class IdempotencyKeys {
  #answered = new Map<string, Answered>()
  #running = new Map<string, string>()

  look(key: string, fingerprint: string): Seen {
    const answered = this.#answered.get(key)
    const known = answered?.fingerprint ?? this.#running.get(key)
    if (known === undefined) return { as: 'new' }
    if (known !== fingerprint) return { as: 'another-request' }
    if (this.#running.has(key)) return { as: 'still-running' }
    return answered ? { as: 'answered', position: answered.position } : { as: 'new' }
  }

  start(key: string, fingerprint: string): void {
    this.#running.set(key, fingerprint)
  }

  end(key: string): void {
    this.#running.delete(key)
  }

  remember(key: string, fingerprint: string, position: Position, answeredMs: number): void {
    this.#answered.set(key, { fingerprint, position, answeredMs })
    for (const [oldest, { answeredMs: then }] of this.#answered) {
      if (answeredMs - then < KEEP_MS) return
      this.#answered.delete(oldest)
    }
  }
}
