import { type IdentityProvider, startIdentityProvider } from '@aos/tests/harness/identity-provider'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AccountsUnderTest, anEmail, startAccounts } from './accounts-harness.ts'

const SHOP_URL = 'http://shop.example'

let provider: IdentityProvider
let accounts: AccountsUnderTest

beforeAll(async () => {
  provider = await startIdentityProvider(SHOP_URL)
  accounts = await startAccounts({ SHOP_URL, ...provider.settings })
})
afterAll(async () => {
  await accounts?.stop()
  provider.stop()
})

/** What a browser does at the provider: signs in, consents, and is sent back to the shop. */
async function signInAtProvider(begin: string, login: string): Promise<URL> {
  const cookies = new Map<string, string>()
  const send = async (address: string, form?: Record<string, string>) => {
    const response = await fetch(new URL(address, provider.issuer), {
      redirect: 'manual',
      method: form ? 'POST' : 'GET',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { body: new URLSearchParams(form) }),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=')
      cookies.set(name, value)
    }
    await response.text()
    return response.headers.get('location') ?? ''
  }
  let next = await send(begin)
  for (const form of [{ prompt: 'login', login, password: 'any' }, { prompt: 'consent' }]) {
    const back = await send(next, form)
    next = await send(back)
  }
  return new URL(next)
}

async function signIn(login: string) {
  const begun = await accounts.call('beginProviderSignIn', {
    body: { returnTo: '/checkout' },
    actor: accounts.guest(),
  })
  expect(begun.status).toBe(200)
  const back = await signInAtProvider(begun.body.url, login)
  expect(back.href).toContain(`${SHOP_URL}/api/v1/session/provider/callback?code=`)
  return { begun, back }
}

const finish = (back: URL, cookies: string) =>
  accounts.call('finishProviderSignIn', { query: back.search, cookies })

describe('signing in with a provider', () => {
  it('is offered by its name', async () => {
    expect((await accounts.call('getSession')).body).toEqual({ provider: { name: 'Example Login' } })
  })

  it('is begun with a body, as the contract has it', async () => {
    const answer = await accounts.call('beginProviderSignIn', { actor: accounts.guest() })
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-body' } })
  })

  it('makes an account, whose address the provider has verified, and goes on where the shopper was', async () => {
    const email = anEmail()
    const { begun, back } = await signIn(email)
    const answer = await finish(back, begun.cookies)
    expect(answer.status).toBe(302)
    expect(answer.headers.get('location')).toBe(`${SHOP_URL}/checkout`)
    expect(await accounts.identity(answer.cookies)).toMatchObject({ roles: ['shopper'], email })
    const session = await accounts.call('getSession', { cookies: answer.cookies })
    expect(session.body.account).toMatchObject({ name: 'Ada Lovelace', hasPassword: false })
  })

  it('is the same account the next time', async () => {
    const email = anEmail()
    const subjects = []
    for (let n = 0; n < 2; n += 1) {
      const { begun, back } = await signIn(email)
      subjects.push((await accounts.identity((await finish(back, begun.cookies)).cookies))?.subject)
    }
    expect(subjects[0]).toMatch(/^account:/)
    expect(subjects[1]).toBe(subjects[0])
  })

  it('is nothing in another browser than the one that began it', async () => {
    const { back } = await signIn(anEmail())
    const answer = await finish(back, '')
    expect(answer.headers.get('location')).toContain('error=')
    expect(await accounts.identity(answer.cookies)).toBeUndefined()
  })

  it('does not open an account that somebody else made with a password', async () => {
    const { email, id } = await accounts.newcomer()
    const { begun, back } = await signIn(email)
    const answer = await finish(back, begun.cookies)
    expect((await accounts.identity(answer.cookies))?.subject).not.toBe(`account:${id}`)
  })

  it('deletes the account right after signing in, without a password that it does not have', async () => {
    const { begun, back } = await signIn(anEmail())
    const { cookies } = await finish(back, begun.cookies)
    const actor = await accounts.identity(cookies)
    if (!actor) throw new Error('nobody is signed in')
    expect((await accounts.call('deleteAccount', { actor, cookies, body: {} })).status).toBe(204)
    expect(await accounts.identity(cookies)).toBeUndefined()
  })

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example'])(
    'never goes on to %s',
    async (returnTo) => {
      const answer = await accounts.call('beginProviderSignIn', {
        body: { returnTo },
        actor: accounts.guest(),
      })
      expect(answer.status).toBe(400)
    },
  )
})
