import { batched } from '@aos/chassis/batched'
import type { Database } from '@aos/chassis/database'
import type { Logger } from '@aos/chassis/logger'
import { inSpan, traceIdIn } from '@aos/chassis/telemetry'
import { subjectOf } from '@aos/contracts/messages'
import type { CloseEmail } from './close-emails.ts'
import { emailOf } from './email.ts'
import { postponeEmails, type QueuedEmail } from './emails-table.ts'
import { isAboutOrder, letterFor } from './letters.ts'
import type { Mail, Mailer } from './mailer.ts'
import { emailsTotal } from './metrics.ts'

/** An e-mail that is this process's to send. */
export interface LeasedEmail extends QueuedEmail {
  /** When started later, the sending could outlast the lease, and another process would send it too. */
  startBeforeMs: number
}

interface Parts {
  mailer: Mailer
  close: CloseEmail
  database: Database
  logger: Logger
  mailDomain: string
  shopUrl: string
}

/** Sends an e-mail until the mail server took it, or refused it for good. */
export function sendEmail({ mailer, close, database, logger, mailDomain, shopUrl }: Parts) {
  const postpone = batched(async (ids: string[]) => {
    await postponeEmails(database, ids)
    return ids
  })

  return async (email: LeasedEmail): Promise<void> => {
    if (Date.now() > email.startBeforeMs) return
    const { id, about, traceparent } = email
    const subject = isAboutOrder(about)
      ? { orderId: about.data.orderId }
      : { accountId: about.data.accountId }
    const mail = mailOf(email, mailDomain, shopUrl)
    const span = {
      kind: 'client',
      traceparent,
      attributes: { [isAboutOrder(about) ? 'order.id' : 'account.id']: subjectOf(about.data) },
    } as const
    const log = { ...subject, traceId: traceIdIn(traceparent), about: about.type }
    try {
      const sending = await inSpan('send e-mail', span, () => mailer.send(mail))
      const failure = sending.as === 'refused' ? sending.reason : undefined
      emailsTotal.inc({ about: about.type, outcome: sending.as })
      if (failure === undefined) logger.info(log, 'e-mail sent')
      else logger.error({ ...log, failure }, 'the mail server refused an e-mail for good')
      await close({ id, failure, email, messageId: mail.messageId })
    } catch (error) {
      emailsTotal.inc({ about: about.type, outcome: 'postponed' })
      logger.warn({ ...log, err: error }, 'an e-mail could not be sent, trying again later')
      await postpone(id)
    }
  }
}

/** The same message makes the same e-mail, with the same id: a mail program can drop a repetition. */
function mailOf({ id, about }: QueuedEmail, mailDomain: string, shopUrl: string): Mail {
  const letter = letterFor(about, shopUrl)
  return {
    ...emailOf(letter),
    messageId: `<${id}@${mailDomain}>`,
    to: { name: letter.recipient.name, address: letter.recipient.email },
    headers: {
      ...(isAboutOrder(about) && { 'X-Order-Id': about.data.orderId }),
      'X-About': about.type,
      'Content-Language': letter.language,
      'Auto-Submitted': 'auto-generated',
    },
  }
}
