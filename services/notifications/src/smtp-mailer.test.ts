import { expect, it } from 'vitest'
import { withoutAddresses } from './smtp-mailer.ts'

it.each([
  ['550 5.1.1 <ada@example.com>: Recipient address rejected', '550 5.1.1 <…>: Recipient address rejected'],
  ['550 No such mailbox: Ada+news@Mail.Example.com', '550 No such mailbox: …'],
  ['554 5.7.1 Message rejected as spam', '554 5.7.1 Message rejected as spam'],
])('why an e-mail was refused is told without whom it was for: %s', (reason, told) => {
  expect(withoutAddresses(reason)).toBe(told)
})
