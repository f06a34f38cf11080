import { createHmac } from 'node:crypto'
import { Pool } from 'undici'
import { DueQueue } from './due-queue.ts'
import { log } from './log.ts'

/** An event as it is kept until it was delivered. `body` is fixed here, so that each attempt sends the same. */
export interface Webhook {
  id: string
  type: string
  createdMs: number
  body: string
}

export interface WebhookSettings {
  url: string
  secret: string
  signatureHeader: string
  firstRetryMs: number
}

interface Attempt {
  webhook: Webhook
  number: number
}

const CONCURRENCY = 16
const ANSWER_WITHIN_MS = 10_000
const LONGEST_RETRY_MS = 10_000
const GIVE_UP_AFTER_MS = 3 * 24 * 3_600_000

/** Stripe's scheme: the time is signed with the body, so that an old request cannot be played again. */
export function sign(body: string, secret: string, nowMs: number): string {
  const time = Math.floor(nowMs / 1000)
  const signature = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')
  return `t=${time},v1=${signature}`
}

/** Delivers each webhook at least once: repeats with back-off until a 2xx, in no particular order. */
export class WebhookSender {
  #pool: Pool
  #path: string
  #settings: WebhookSettings
  #ready: Attempt[] = []
  #later = new DueQueue<Attempt>((attempt) => this.#start(attempt))
  #running = 0
  #stopped = false
  #onDelivered: (id: string) => void
  #whenDurable: () => Promise<void>

  constructor(
    settings: WebhookSettings,
    whenDurable: () => Promise<void>,
    onDelivered: (id: string) => void,
  ) {
    const url = new URL(settings.url)
    this.#pool = new Pool(url.origin, {
      connections: CONCURRENCY,
      headersTimeout: ANSWER_WITHIN_MS,
      bodyTimeout: ANSWER_WITHIN_MS,
    })
    this.#path = url.pathname + url.search
    this.#settings = settings
    this.#whenDurable = whenDurable
    this.#onDelivered = onDelivered
  }

  send(webhook: Webhook): void {
    this.#start({ webhook, number: 1 })
  }

  async stop(): Promise<void> {
    this.#stopped = true
    this.#later.stop()
    await this.#pool.destroy()
  }

  #start(attempt: Attempt): void {
    this.#ready.push(attempt)
    if (this.#running < CONCURRENCY) void this.#work()
  }

  async #work(): Promise<void> {
    this.#running += 1
    for (let attempt = this.#ready.shift(); attempt && !this.#stopped; attempt = this.#ready.shift()) {
      await this.#try(attempt)
    }
    this.#running -= 1
  }

  async #try({ webhook, number }: Attempt): Promise<void> {
    const failure = await this.#post(webhook)
    if (this.#stopped) return
    if (!failure) return this.#onDelivered(webhook.id)
    if (Date.now() - webhook.createdMs > GIVE_UP_AFTER_MS) {
      log.warn('webhook given up after three days', { event: webhook.id, type: webhook.type, failure })
      return this.#onDelivered(webhook.id)
    }
    if (number === 1) log.warn('webhook not accepted, will retry', { type: webhook.type, failure })
    const waitMs = Math.min(this.#settings.firstRetryMs * 2 ** (number - 1), LONGEST_RETRY_MS)
    this.#later.add({ webhook, number: number + 1 }, Date.now() + waitMs * (0.5 + Math.random() / 2))
  }

  /** Says why it was not accepted, or nothing. */
  async #post({ body }: Webhook): Promise<string | undefined> {
    try {
      await this.#whenDurable()
      const answer = await this.#pool.request({
        method: 'POST',
        path: this.#path,
        headers: {
          'content-type': 'application/json; charset=utf-8',
          [this.#settings.signatureHeader]: sign(body, this.#settings.secret, Date.now()),
        },
        body,
      })
      await answer.body.dump()
      return answer.statusCode >= 200 && answer.statusCode < 300 ? undefined : `status ${answer.statusCode}`
    } catch (error) {
      return String(error)
    }
  }
}
