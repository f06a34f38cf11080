import { randomBytes } from 'node:crypto'
import { Journal, type Position } from '../runtime/journal.ts'
import { type Headers, readHeaders } from './header-block.ts'

export interface Envelope {
  from: string
  to: string[]
}

/** What is known of a message without opening it. */
export interface MailSummary {
  id: string
  messageId: string
  from: string
  to: string[]
  subject: string
  /** The shop's own: `x-…`. */
  headers: Headers
  receivedAt: string
}

/** One byte of the message is one character of `source`, so that JSON keeps it as it came. */
interface Entry {
  mail: MailSummary
  source: string
}

/** Keeps every message that was accepted, twice if it came twice. Sources stay on the disk. */
export class MailStore {
  #mails: MailSummary[] = []
  #positions = new Map<string, Position>()
  #journal!: Journal<Entry>

  private constructor() {}

  static async open(journalFile: string): Promise<MailStore> {
    const store = new MailStore()
    store.#journal = await Journal.open<Entry>(journalFile, ({ mail }, position) => {
      store.#mails.push(mail)
      store.#positions.set(mail.id, position)
    })
    return store
  }

  /** Resolves when the message is on the disk. */
  async accept(message: Buffer, { from, to }: Envelope): Promise<MailSummary> {
    const source = message.toString('latin1')
    const headers = readHeaders(message.toString())
    const own = Object.entries(headers).filter(([name]) => name.startsWith('x-'))
    const mail: MailSummary = {
      id: randomBytes(9).toString('base64url'),
      messageId: headers['message-id'] ?? '',
      from,
      to,
      subject: headers.subject ?? '',
      headers: Object.fromEntries(own),
      receivedAt: new Date().toISOString(),
    }
    this.#journal.append({ mail, source })
    await this.#journal.flushed()
    return mail
  }

  /** Oldest first. */
  all(): readonly MailSummary[] {
    return this.#mails
  }

  /** Newest first. */
  find(wanted: (mail: MailSummary) => boolean, limit: number): MailSummary[] {
    const found: MailSummary[] = []
    for (let at = this.#mails.length - 1; at >= 0 && found.length < limit; at--) {
      const mail = this.#mails[at]
      if (mail && wanted(mail)) found.push(mail)
    }
    return found
  }

  async open(id: string): Promise<{ mail: MailSummary; source: Buffer } | undefined> {
    const position = this.#positions.get(id)
    if (!position) return undefined
    const { mail, source } = await this.#journal.read(position)
    return { mail, source: Buffer.from(source, 'latin1') }
  }

  flushed(): Promise<void> {
    return this.#journal.flushed()
  }

  close(): Promise<void> {
    return this.#journal.close()
  }
}
