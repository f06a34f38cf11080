import { randomBytes } from 'node:crypto'
import { DueQueue } from '../runtime/due-queue.ts'
import { IdempotencyKeys } from '../runtime/idempotency.ts'
import { Journal, type Position } from '../runtime/journal.ts'
import { type Webhook, WebhookSender, type WebhookSettings } from '../runtime/webhook-sender.ts'
import { CarrierClock, type ClockSetting } from './clock.ts'
import { advance, type Booking, book, cancel, type Pace, type Parcel, shown } from './parcel.ts'
import { type Fate, specialWordOf } from './special-addresses.ts'

export interface Answer {
  key: string
  fingerprint: string
  atMs: number
  status: number
  body: unknown
}

interface Entry {
  parcel?: Parcel
  clock?: ClockSetting
  answer?: Answer
  webhook?: Webhook
  delivered?: string
}

export interface DepotSettings {
  journalFile: string
  speed: number
  pace: Pace
  webhooks?: WebhookSettings | undefined
}

/** All parcels in memory, kept by the journal, moved on by the clock. */
export class Depot {
  readonly keys = new IdempotencyKeys()
  #parcels = new Map<string, Parcel>()
  #byReference = new Map<string, Set<string>>()
  #undelivered = new Map<string, Webhook>()
  #clock: CarrierClock
  #due: DueQueue<string>
  #settings: DepotSettings
  #journal!: Journal<Entry>
  #sender: WebhookSender | undefined

  private constructor(settings: DepotSettings) {
    const now = Date.now()
    this.#settings = settings
    this.#clock = new CarrierClock({
      realMs: now,
      clockMs: now,
      speed: settings.speed,
      configured: settings.speed,
    })
    this.#due = new DueQueue<string>((id) => this.#whenDue(id), this.#clock)
  }

  static async open(settings: DepotSettings): Promise<Depot> {
    const depot = new Depot(settings)
    await depot.#start()
    return depot
  }

  get speed(): number {
    return this.#clock.speed
  }

  /** Oldest first. */
  parcels(): Parcel[] {
    return [...this.#parcels.values()]
  }

  parcel(id: string): Parcel | undefined {
    return this.#parcels.get(id)
  }

  parcelsOf(reference: string): Parcel[] {
    const ids = this.#byReference.get(reference) ?? []
    return [...ids].flatMap((id) => this.#parcels.get(id) ?? [])
  }

  book(asked: Booking, answerWith: (parcel: Parcel) => Answer | undefined): Parcel {
    const fate: Fate = specialWordOf(asked)?.fate ?? 'delivered'
    const parcel = book(asked, fate, new Date(), this.#clock.now(), this.#settings.pace)
    const answer = answerWith(parcel)
    this.#keep({ parcel, ...(answer && { answer }) })
    return parcel
  }

  /** A refusal is an answer too, and kept. */
  refuse(answer: Answer): void {
    this.#keep({ answer })
  }

  advance(parcel: Parcel): Parcel | undefined {
    const next = advance(parcel, new Date(), this.#clock.now(), this.#settings.pace)
    if (next) this.#keep({ parcel: next, webhook: webhookOf(next) })
    return next
  }

  cancel(parcel: Parcel): Parcel {
    const cancelled = cancel(parcel, new Date())
    this.#keep({ parcel: cancelled })
    return cancelled
  }

  setSpeed(speed: number): void {
    this.#keep({ clock: this.#clock.at(speed) })
    this.#due.rearm()
  }

  async answerAt(position: Position): Promise<Answer> {
    const { answer } = await this.#journal.read(position)
    if (!answer) throw new Error(`no answer at byte ${position.offset} of the journal`)
    return answer
  }

  flushed(): Promise<void> {
    return this.#journal.flushed()
  }

  async close(): Promise<void> {
    this.#due.stop()
    await this.#sender?.stop()
    await this.#journal.close()
  }

  async #start(): Promise<void> {
    const { journalFile, webhooks, speed } = this.#settings
    let clock: ClockSetting | undefined
    this.#journal = await Journal.open<Entry>(journalFile, (entry, position) => {
      if (entry.clock) clock = entry.clock
      this.#apply(entry, position)
    })
    if (clock?.configured !== speed) this.#keep({ clock: this.#clock.at(speed, speed) })
    for (const parcel of this.#parcels.values()) this.#await(parcel)
    if (!webhooks) return
    this.#sender = new WebhookSender(
      webhooks,
      () => this.#journal.flushed(),
      (delivered) => this.#journal.appendLazily({ delivered }),
    )
    for (const webhook of this.#undelivered.values()) this.#sender.send(webhook)
  }

  #keep({ webhook, ...changes }: Entry): void {
    const told = webhook && this.#sender ? { webhook } : {}
    this.#journal.append({ ...changes, ...told })
    if (changes.parcel) this.#await(changes.parcel)
    if (webhook) this.#sender?.send(webhook)
  }

  #apply({ parcel, clock, answer, webhook, delivered }: Entry, position: Position): void {
    if (parcel) this.#index(parcel)
    if (clock) this.#clock.set(clock)
    if (answer) this.keys.remember(answer.key, answer.fingerprint, position, answer.atMs)
    if (webhook) this.#undelivered.set(webhook.id, webhook)
    if (delivered) this.#undelivered.delete(delivered)
  }

  #index(parcel: Parcel): void {
    this.#parcels.set(parcel.id, parcel)
    const ids = this.#byReference.get(parcel.reference)
    if (ids) ids.add(parcel.id)
    else this.#byReference.set(parcel.reference, new Set([parcel.id]))
  }

  #await({ id, next }: Parcel): void {
    if (next) this.#due.add(id, next.at)
  }

  /** A parcel moved by hand meanwhile is due at another time, or never. */
  #whenDue(id: string): void {
    const parcel = this.#parcels.get(id)
    if (parcel?.next && parcel.next.at <= this.#clock.now()) this.advance(parcel)
  }
}

function webhookOf(parcel: Parcel): Webhook {
  const id = `evt_${randomBytes(12).toString('hex')}`
  const type = `parcel.${parcel.status}`
  const createdMs = Date.now()
  const body = JSON.stringify({
    id,
    type,
    createdAt: new Date(createdMs).toISOString(),
    data: { parcel: shown(parcel) },
  })
  return { id, type, createdMs, body }
}
