import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { specialWords } from './carrier/special-addresses.ts'
import { specialRecipients } from './mailbox/special-recipients.ts'
import { testAccounts } from './payment-broker/test-accounts.ts'
import { testCards } from './payment-broker/test-cards.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8').replace(/ +/g, ' ')

test.each([
  [
    'test card',
    testCards.map((card) => `| ${spaced(card.number)} | \`${card.paymentMethod}\` | ${card.situation} |`),
  ],
  [
    'test IBAN',
    testAccounts.map(
      (account) => `| ${spaced(account.iban)} | \`${account.paymentMethod}\` | ${account.situation} |`,
    ),
  ],
  ['special address', specialWords.map(({ word, situation }) => `| \`${word}\` | ${situation} |`)],
  ['special recipient', specialRecipients.map(({ tag, situation }) => `| \`…+${tag}@…\` | ${situation} |`)],
])('the README tells of every %s', (_, rows) => {
  expect(readme).toContain(rows.join('\n'))
})

function spaced(number: string): string {
  return number.replace(/(.{4})(?=.)/g, '$1 ')
}
