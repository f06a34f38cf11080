import { DueQueue } from '../runtime/due-queue.ts'
import { IdempotencyKeys } from '../runtime/idempotency.ts'
import { Journal, type Position } from '../runtime/journal.ts'
import { type Webhook, WebhookSender, type WebhookSettings } from '../runtime/webhook-sender.ts'
import { type EventType, eventOf } from './events.ts'
import { Ledger } from './ledger.ts'
import { settleIntent } from './payment-intents.ts'
import type { Answer, Entry, Intent, Outcome } from './records.ts'

export interface BrokerSettings {
  journalFile: string
  webhooks?: (WebhookSettings & { events: EventType[] }) | undefined
}

/** The broker's one memory: what is kept goes through the journal, and what follows from it is set going. */
export class Broker {
  readonly ledger = new Ledger()
  readonly keys = new IdempotencyKeys()
  #undelivered = new Map<string, Webhook>()
  #settling = new DueQueue<string>((id) => this.#settle(id))
  #settings: BrokerSettings
  #journal!: Journal<Entry>
  #sender: WebhookSender | undefined

  private constructor(settings: BrokerSettings) {
    this.#settings = settings
  }

  static async open(settings: BrokerSettings): Promise<Broker> {
    const broker = new Broker(settings)
    await broker.#start()
    return broker
  }

  keep({ intent, refund, method }: Omit<Outcome, 'reply'>, nowMs: number, answer?: Answer): void {
    const webhook = eventOf({ ...(intent && { intent }), ...(refund && { refund }) }, answer, nowMs)
    const wanted = webhook && this.#wants(webhook) ? webhook : undefined
    if (!intent && !method && !answer) return
    this.#journal.append({
      ...(intent && { intent }),
      ...(refund && { refund }),
      ...(method && { method }),
      ...(answer && { answer }),
      ...(wanted && { webhook: wanted }),
    })
    if (intent) this.#await(intent)
    if (wanted) this.#sender?.send(wanted)
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
    this.#settling.stop()
    await this.#sender?.stop()
    await this.#journal.close()
  }

  async #start(): Promise<void> {
    const { journalFile, webhooks } = this.#settings
    this.#journal = await Journal.open<Entry>(journalFile, (entry, position) => {
      const { answer, webhook, delivered } = entry
      this.ledger.apply(entry)
      if (answer) this.keys.remember(answer.key, answer.fingerprint, position, answer.atMs)
      if (webhook) this.#undelivered.set(webhook.id, webhook)
      if (delivered) this.#undelivered.delete(delivered)
    })
    for (const intent of this.ledger.intents()) this.#await(intent)
    if (!webhooks) return
    this.#sender = new WebhookSender(
      webhooks,
      () => this.#journal.flushed(),
      (delivered) => this.#journal.appendLazily({ delivered }),
    )
    for (const webhook of this.#undelivered.values()) this.#sender.send(webhook)
  }

  #wants({ type }: Webhook): boolean {
    return this.#settings.webhooks?.events.some((wanted) => wanted === type) ?? false
  }

  #await(intent: Intent): void {
    if (intent.status === 'processing' && intent.settles) this.#settling.add(intent.id, intent.settles.atMs)
  }

  #settle(id: string): void {
    const intent = this.ledger.intent(id)
    if (intent?.status === 'processing') this.keep({ intent: settleIntent(intent) }, Date.now())
  }
}
