import { createHash } from 'node:crypto'
import type { Database } from '@aos/chassis/database'
import { AppError } from '@aos/chassis/errors'
import { countAttempts, forgetAttempts } from './attempts-table.ts'

const MINUTE = 60_000

interface Limits {
  SIGN_IN_ATTEMPTS: number
  ATTEMPTS_PER_ADDRESS: number
}

/** From however many addresses somebody guesses: enough that the owner is hardly ever kept out by it. */
const PER_ACCOUNT = 50
const MAILS = 3

interface Limit {
  /** Whose attempts are counted together; only its hash is kept. */
  whose: (string | undefined)[]
  most: number
  withinMs: number
}

/** How often one may try what could be guessed, or what sends e-mails. */
export class AttemptLimits {
  readonly #database: Database
  readonly #limits: Limits

  constructor(database: Database, limits: Limits) {
    this.#database = database
    this.#limits = limits
  }

  signIn = (email: string, address: string | undefined): Promise<void> =>
    this.#count([
      this.#signIn(email, address),
      { whose: ['account', email.toLowerCase()], most: PER_ACCOUNT, withinMs: 15 * MINUTE },
      this.#fromAddress(address),
    ])

  /** Who knows the password has not been guessing. */
  async signedIn(email: string, address: string | undefined): Promise<void> {
    await forgetAttempts(this.#database, keyOf(this.#signIn(email, address)))
  }

  register = (address: string | undefined): Promise<void> => this.#count([this.#fromAddress(address)])

  confirmPassword = (accountId: string): Promise<void> =>
    this.#count([
      { whose: ['confirm', accountId], most: this.#limits.SIGN_IN_ATTEMPTS, withinMs: 15 * MINUTE },
    ])

  mail = (email: string, address: string | undefined): Promise<void> =>
    this.#count([
      { whose: ['mail', email.toLowerCase()], most: MAILS, withinMs: 60 * MINUTE },
      this.#fromAddress(address),
    ])

  #signIn = (email: string, address: string | undefined): Limit => ({
    whose: ['sign-in', email.toLowerCase(), address],
    most: this.#limits.SIGN_IN_ATTEMPTS,
    withinMs: 15 * MINUTE,
  })

  #fromAddress = (address: string | undefined): Limit => ({
    whose: ['address', address],
    most: this.#limits.ATTEMPTS_PER_ADDRESS,
    withinMs: 15 * MINUTE,
  })

  async #count(limits: Limit[]): Promise<void> {
    const mostOf = new Map(limits.map((limit) => [keyOf(limit), limit.most]))
    const counted = await countAttempts(
      this.#database,
      limits.map((limit) => ({ key: keyOf(limit), withinMs: limit.withinMs })),
    )
    const exceeded = counted.filter(({ key, count }) => count > (mostOf.get(key) ?? 0))
    if (exceeded.length === 0) return
    const retryAfterMs = Math.max(...exceeded.map(({ leftMs }) => leftMs))
    const minutes = Math.ceil(retryAfterMs / MINUTE)
    throw new AppError(
      'too-many',
      'too-many-attempts',
      `that was tried too often; wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`} and try again`,
      { retryAfterMs },
    )
  }
}

const keyOf = ({ whose }: Limit): string =>
  createHash('sha256').update(JSON.stringify(whose)).digest('base64url')
