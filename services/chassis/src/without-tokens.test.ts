import { expect, it } from 'vitest'
import { withoutTokens } from './without-tokens.ts'

const secret = 'k3h-secret_9'
const event = { type: 'PasswordResetRequested', data: { token: secret, email: 'ada@example.com' } }
const text = JSON.stringify(event)

it.each([
  ['a message', text],
  ['a message that is spread over lines', JSON.stringify(event, null, 2)],
  ['a message within a string', JSON.stringify(text)],
  ['a message that is cut off in the token', text.slice(0, text.indexOf(secret) + 5)],
])('%s is shown without its token', (_, shown) => {
  expect(withoutTokens(shown)).toMatch(/token[\\"]+\s*:\s*[\\"]+…/)
  expect(withoutTokens(shown)).not.toContain(secret.slice(0, 5))
})

it('everything else stays as it is', () => {
  const other = JSON.stringify({ type: 'ReserveItems', data: { tokens: 3, note: 'a "token" of love' } })
  expect(withoutTokens(other)).toBe(other)
  expect(JSON.parse(withoutTokens(text)).data).toEqual({ token: '…', email: 'ada@example.com' })
})
