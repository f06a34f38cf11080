import type { ParsedMail } from 'mailparser'
import { html, page, search, table, when } from '../runtime/html.ts'
import type { MailSummary } from './mail-store.ts'
import { specialRecipients } from './special-recipients.ts'

export const listPage = (mails: MailSummary[], query: string): string =>
  page(
    'Mailbox',
    'Every mail that the store sent, newest first. Nothing leaves this machine.',
    html`${search('Recipient or subject', 'q', query)}
${table(mails, mailColumns, query ? 'No mail matches.' : 'No mail yet.')}
<h2>Special recipients</h2>
${table(specialRecipients, recipientColumns, '')}`,
  )

const mailColumns = [
  { title: 'Received', cell: (mail: MailSummary) => when(Date.parse(mail.receivedAt)) },
  { title: 'To', cell: (mail: MailSummary) => mail.to.join(', ') },
  {
    title: 'Subject',
    class: 'wide',
    cell: (mail: MailSummary) => html`<a href="/mail/${mail.id}">${mail.subject || '(no subject)'}</a>`,
  },
]

const recipientColumns = [
  {
    title: 'Address',
    cell: ({ tag }: (typeof specialRecipients)[number]) => html`<code>…+${tag}@…</code>`,
  },
  {
    title: 'Mail to it',
    class: 'wide',
    cell: ({ situation }: (typeof specialRecipients)[number]) => situation,
  },
]

export const mailPage = (mail: MailSummary, parsed: ParsedMail): string =>
  page(
    mail.subject || '(no subject)',
    `From ${mail.from} to ${mail.to.join(', ')}`,
    html`<p><a href="/">All mail</a> · ${when(Date.parse(mail.receivedAt))} · <a href="/mail/${mail.id}/source">Source</a></p>
${parsed.html && html`<iframe title="The mail as its reader sees it" src="/mail/${mail.id}/html" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`}
<h2>Text</h2><div class="sheet"><pre>${parsed.text?.trim() || '(no text part)'}</pre></div>
<h2>Headers</h2><div class="sheet"><pre>${parsed.headerLines.map(({ line }) => `${line}\n`)}</pre></div>`,
  )

/** Links open outside of the frame; nothing runs and nothing is loaded from elsewhere. */
export const mailHtml = (parsed: ParsedMail): string => `<base target="_blank">${parsed.html || ''}`

export const MAIL_POLICY =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'"
