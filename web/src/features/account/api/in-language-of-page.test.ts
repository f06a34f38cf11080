import { afterEach, expect, test, vi } from 'vitest'

vi.hoisted(() => vi.stubGlobal('navigator', { languages: ['de'] }))
afterEach(() => vi.unstubAllGlobals())

test('letters about an account are asked for in the language of the page', async () => {
  const asked: [string, string | null][] = []
  vi.stubGlobal('fetch', async (address: string, { headers }: RequestInit) => {
    asked.push([address, new Headers(headers).get('accept-language')])
    return new Response(null, { status: 204 })
  })
  const { register } = await import('./register.ts')
  const { requestPasswordReset } = await import('./request-password-reset.ts')
  const { requestVerification } = await import('./request-verification.ts')
  await register({ name: 'Ada', email: 'ada@example.com', password: 'correct horse battery' })
  await requestPasswordReset('ada@example.com')
  await requestVerification()
  expect(asked).toEqual([
    ['/api/v1/account', 'de'],
    ['/api/v1/account/password-reset-mail', 'de'],
    ['/api/v1/account/verification-mail', 'de'],
  ])
})
