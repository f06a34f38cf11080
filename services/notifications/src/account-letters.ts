import type { DataOf } from '@aos/contracts/messages'
import { type Letter, link, paragraph } from './letter.ts'
import type { Words } from './messages/en.ts'

export const accountAnnouncedTypes = ['EmailVerificationRequested', 'PasswordResetRequested'] as const
/** What people get an e-mail about who have an account. */
type AccountAnnounced = (typeof accountAnnouncedTypes)[number]

export type AccountAnnouncement = { [T in AccountAnnounced]: { type: T; data: DataOf<T> } }[AccountAnnounced]

/** @param shopUrl without a slash at its end. */
export function accountLetterFor(
  about: AccountAnnouncement,
  shopUrl: string,
  words: Words,
): Pick<Letter, 'subject' | 'title' | 'blocks'> {
  // Behind the #, so that the token is in no log of a server and in no referrer.
  const href = (page: string) => `${shopUrl}/account/${page}#${encodeURIComponent(about.data.token)}`
  switch (about.type) {
    case 'EmailVerificationRequested': {
      const { subject, title, text, ifYou, action, ifNot } = words.verification
      return {
        subject,
        title,
        blocks: [paragraph(text), paragraph(ifYou), link(action, href('verify')), paragraph(ifNot)],
      }
    }
    case 'PasswordResetRequested': {
      const { subject, title, text, action, once } = words.passwordReset
      return {
        subject,
        title,
        blocks: [paragraph(text), link(action, href('reset-password')), paragraph(once(about.data.minutes))],
      }
    }
  }
}
