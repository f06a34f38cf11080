import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type AccountAnnouncement, accountAnnouncedTypes } from './account-letters.ts'
import { emailOf } from './email.ts'
import { anAccountLetter } from './letters.samples.ts'
import { letterFor } from './letters.ts'

const customer = { name: 'Ada <Lovelace>', email: 'ada@example.com' }
const announcement = (type: AccountAnnouncement['type']): AccountAnnouncement =>
  ({ type, data: { accountId: randomUUID(), customer, token: 'a+b/c=', minutes: 60 } }) as AccountAnnouncement

const pages = { EmailVerificationRequested: 'verify', PasswordResetRequested: 'reset-password' }

describe.each(accountAnnouncedTypes)('the e-mail about %s', (type) => {
  const { text, html, subject } = emailOf(letterFor(announcement(type), 'https://shop.example/'))

  it('leads to its page, with the token where no server writes it down', () => {
    const href = `https://shop.example/account/${pages[type]}#a%2Bb%2Fc%3D`
    expect(text).toContain(href)
    expect(html).toContain(`href="${href}"`)
  })

  it('says what to do if somebody else asked for it, and tells nothing in its subject', () => {
    expect(text).toMatch(/nothing to do/)
    expect(subject).not.toContain('a+b/c=')
  })

  it('does so in German, too', () => {
    const letter = emailOf(anAccountLetter(type, 'de'))
    expect(letter.text).toContain(`https://shop.example/account/${pages[type]}#a%2Bb%2Fc%3D`)
    expect(letter.text).toContain('Guten Tag Ada Example!')
    expect(letter.text).toContain('brauchen Sie nichts zu tun')
    expect(letter.subject).not.toBe(subject)
  })

  it('writes names as they are', () => {
    expect(html).toContain('Ada &lt;Lovelace&gt;')
    expect(html).not.toContain('<Lovelace>')
  })
})
