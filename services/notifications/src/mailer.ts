import type { Email } from './email.ts'

export interface Mail extends Email {
  messageId: string
  to: { name: string; address: string }
  headers: Record<string, string>
}

export type Sending = { as: 'sent' } | { as: 'refused'; reason: string }

/** Hands e-mails to a mail server. Throwing means: not now, or unknown; try again later. */
export interface Mailer {
  send(mail: Mail): Promise<Sending>
}
