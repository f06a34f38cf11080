import type { DataOf } from '@aos/contracts/messages'
import { type Letter, link, paragraph } from './letter.ts'

export const accountAnnouncedTypes = ['EmailVerificationRequested', 'PasswordResetRequested'] as const
/** What people get an e-mail about who have an account. */
type AccountAnnounced = (typeof accountAnnouncedTypes)[number]

export type AccountAnnouncement = { [T in AccountAnnounced]: { type: T; data: DataOf<T> } }[AccountAnnounced]

const footnote = 'You get this e-mail because somebody entered this address at our store.'

/** @param shopUrl without a slash at its end. */
export function accountLetterFor(about: AccountAnnouncement, shopUrl: string): Letter {
  const recipient = about.data.customer
  // Behind the #, so that the token is in no log of a server and in no referrer.
  const href = (page: string) => `${shopUrl}/account/${page}#${encodeURIComponent(about.data.token)}`
  switch (about.type) {
    case 'EmailVerificationRequested':
      return {
        subject: 'Please verify your e-mail address',
        title: 'Is this your e-mail address?',
        recipient,
        footnote,
        blocks: [
          paragraph('Somebody, we hope you, made an account with this address at our store.'),
          paragraph('If it was you, verify it, and you will also find what you ordered as a guest:'),
          link('Verify my address', href('verify')),
          paragraph(
            'If it was not you, there is nothing to do: without this step the address stays unverified.',
          ),
        ],
      }
    case 'PasswordResetRequested':
      return {
        subject: 'Choose a new password',
        title: 'Choose a new password',
        recipient,
        footnote,
        blocks: [
          paragraph('Somebody, we hope you, asked for a new password for your account.'),
          link('Choose a new password', href('reset-password')),
          paragraph(
            `The link works once, within ${about.data.minutes} minutes. If you did not ask for it, there is nothing to do: your password stays as it is.`,
          ),
        ],
      }
  }
}
