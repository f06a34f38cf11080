import { AppError } from '@aos/chassis/errors'
import type { Sidecar } from '@aos/chassis/sidecar'
import { type Actor, IDENTITY_PATH, Identity } from '@aos/contracts/actor'

/** How long a session that was ended elsewhere may go on here. */
const TTL_MS = 5_000
const MOST_KEPT = 10_000

interface Known {
  actor: Actor | undefined
  /** A session that is used is prolonged: to be handed on to the browser. */
  setCookies: string[]
}

/** Whose session a cookie is, as the accounts service says; kept for a moment, as a page asks for many things at once. */
export class Identities {
  readonly #sidecar: Sidecar
  readonly #kept = new Map<string, { known: Promise<Known>; until: number }>()

  constructor(sidecar: Sidecar) {
    this.#sidecar = sidecar
  }

  of(cookies: string, now = Date.now()): Promise<Known> {
    const kept = this.#kept.get(cookies)
    if (kept && kept.until > now) return kept.known.then(({ actor }) => ({ actor, setCookies: [] }))
    this.#makeRoom(now)
    const known = this.#ask(cookies)
    this.#kept.set(cookies, { known, until: now + TTL_MS })
    // Not knowing is not kept.
    known.catch(() => this.#kept.delete(cookies))
    return known
  }

  /** After what may have changed it. */
  forget(cookies: string): void {
    this.#kept.delete(cookies)
  }

  async #ask(cookies: string): Promise<Known> {
    const answer = await this.#sidecar.invoke('accounts', {
      method: 'get',
      path: IDENTITY_PATH,
      headers: { cookie: cookies },
    })
    if (answer.statusCode !== 200) {
      await answer.body.dump()
      throw new AppError('unavailable', 'service-unavailable', 'accounts cannot be reached; try again')
    }
    const { actor } = Identity.parse(await answer.body.json())
    return { actor, setCookies: [answer.headers['set-cookie'] ?? []].flat() }
  }

  #makeRoom(now: number): void {
    if (this.#kept.size < MOST_KEPT) return
    for (const [cookies, { until }] of this.#kept) if (until <= now) this.#kept.delete(cookies)
    // All of them fresh: an attack, or a very busy moment. The oldest go.
    for (const cookies of this.#kept.keys()) {
      if (this.#kept.size < MOST_KEPT) return
      this.#kept.delete(cookies)
    }
  }
}
