import { createTransport } from 'nodemailer'
import type { NotificationsConfig } from './config.ts'
import type { Mail, Mailer, Sending } from './mailer.ts'

type Settings = Pick<NotificationsConfig, 'SMTP_URL' | 'SMTP_CONCURRENCY' | 'SMTP_TIMEOUT_MS' | 'MAIL_FROM'>

interface SmtpError {
  message: string
  code?: string
  /** During which SMTP command the server said no; `API` if it was never asked. */
  command?: string
  responseCode?: number
  response?: string
}

/** Through a mail server by SMTP, over connections that are kept. */
export class SmtpMailer implements Mailer {
  readonly #transport
  readonly #timeoutMs: number

  constructor({ SMTP_URL, SMTP_CONCURRENCY, SMTP_TIMEOUT_MS, MAIL_FROM }: Settings) {
    this.#timeoutMs = SMTP_TIMEOUT_MS
    const pool = {
      url: SMTP_URL,
      pool: true,
      maxConnections: SMTP_CONCURRENCY,
      maxMessages: Number.POSITIVE_INFINITY,
      // Repeating is our work: it is written down, and survives this process.
      maxRequeues: 0,
      disableFileAccess: true,
      disableUrlAccess: true,
    } as const
    this.#transport = createTransport(pool, { from: MAIL_FROM })
  }

  async send(mail: Mail): Promise<Sending> {
    try {
      await this.#transport.sendMail({
        ...mail,
        // With quoted-printable an e-mail would cost half as much again to make.
        textEncoding: 'base64',
        signal: AbortSignal.timeout(this.#timeoutMs),
      })
      return { as: 'sent' }
    } catch (error) {
      const fault = error as SmtpError
      if (!isPermanent(fault)) throw error
      return { as: 'refused', reason: withoutAddresses(fault.response ?? fault.message) }
    }
  }

  close(): void {
    this.#transport.close()
  }
}

/** Servers repeat whom they refuse; the reason is kept and logged, the person is not. */
export const withoutAddresses = (reason: string): string => reason.replace(/[^\s<>]+@[^\s<>]+/g, '…')

/**
 * Only a no to this recipient or this message is final. A server that refuses to be greeted, or our
 * sender, or our password, is set up wrongly, and that is put right without the customer.
 */
function isPermanent({ code, command, responseCode = 0 }: SmtpError): boolean {
  if (command === 'API') return code === 'EENVELOPE'
  return (command === 'RCPT TO' || command === 'DATA') && responseCode >= 500 && responseCode !== 503
}
