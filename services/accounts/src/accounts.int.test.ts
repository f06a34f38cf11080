import { randomUUID } from 'node:crypto'
import { createLogger } from '@aos/chassis/logger'
import { getMigrations } from 'better-auth/db/migration'
import { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AccountsUnderTest, anEmail, startAccounts } from './accounts-harness.ts'
import { addStaff } from './add-staff.ts'
import { createAuth } from './auth.ts'

let accounts: AccountsUnderTest
beforeAll(async () => {
  accounts = await startAccounts()
})
afterAll(() => accounts.stop())

const tokenSaid = (type: string, accountId: string) => accounts.said(type, accountId).at(-1)?.data.token ?? ''

it('the tables are as the library wants them', async () => {
  const pool = new Pool({ connectionString: accounts.config.DATABASE_URL })
  const mails = { verification: async () => {}, passwordReset: async () => {} }
  const auth = createAuth(accounts.config, { pool, mails, logger: createLogger('accounts', 'silent') })
  const plan = await getMigrations(auth.options)
  await pool.end()
  const { toBeCreated, toBeAdded, toBeAddedIndexes, schemaProblems } = plan
  expect({ toBeCreated, toBeAdded, toBeAddedIndexes, schemaProblems }).toEqual({
    toBeCreated: [],
    toBeAdded: [],
    toBeAddedIndexes: [],
    schemaProblems: [],
  })
})

describe('registering', () => {
  it('signs in at once, by a cookie that scripts cannot read and other sites cannot use', async () => {
    const answer = await accounts.call('register', {
      body: { name: 'Ada', email: anEmail(), password: 'correct horse battery' },
      actor: accounts.guest(),
    })
    expect(answer.status).toBe(201)
    expect(answer.body.account).toMatchObject({ name: 'Ada', emailVerified: false, roles: ['shopper'] })
    expect(answer.headers.getSetCookie().join()).toMatch(
      /^aos-account\.session_token=.*HttpOnly; SameSite=Lax$/i,
    )
    expect(await accounts.identity(answer.cookies)).toEqual({
      subject: `account:${answer.body.account.id}`,
      roles: ['shopper'],
    })
  })

  it('marks the cookie as secure where shoppers come over HTTPS', async () => {
    const secure = await startAccounts({ SECURE_COOKIES: 'true' })
    const answer = await secure.call('register', {
      body: { name: 'Ada', email: anEmail(), password: 'correct horse battery' },
    })
    expect(answer.headers.getSetCookie().join()).toMatch(/^__Secure-aos-account\.session_token=.*Secure/i)
    await secure.stop()
  })

  it('keeps the password as a hash that costs memory', async () => {
    const { id } = await accounts.newcomer()
    const { password } = await accounts.database.knex('account').where('userId', id).first()
    expect(password).toMatch(/^[\da-f]{32}:[\da-f]{128}$/)
    expect(password).not.toContain('correct')
  })

  it('with an address that has an account already is told so', async () => {
    const { email } = await accounts.newcomer()
    const again = { name: 'Eve', email: email.toUpperCase(), password: 'correct horse battery' }
    const answer = await accounts.call('register', { body: again, actor: accounts.guest() })
    expect(answer).toMatchObject({ status: 409, body: { code: 'account-exists' } })
  })

  it.each([
    ['a short password', { password: 'short' }],
    ['no address', { email: 'ada' }],
    ['a role of its own choice is left out, and', { role: 'staff', password: 'x' }],
  ])('%s is refused', async (_, given) => {
    const body = { name: 'Ada', email: anEmail(), password: 'correct horse battery', ...given }
    expect((await accounts.call('register', { body, actor: accounts.guest() })).status).toBe(400)
  })

  it('makes nobody staff', async () => {
    const body = { name: 'Eve', email: anEmail(), password: 'correct horse battery', role: 'staff' }
    const answer = await accounts.call('register', { body, actor: accounts.guest() })
    expect(answer.body.account.roles).toEqual(['shopper'])
  })
})

describe('signing in', () => {
  it('needs the right password, and says the same of a wrong one as of an unknown address', async () => {
    const { email, password, id } = await accounts.newcomer()
    const right = await accounts.call('signIn', { body: { email, password }, actor: accounts.guest() })
    expect(right).toMatchObject({ status: 200, body: { account: { id } } })
    const wrong = await accounts.call('signIn', {
      body: { email, password: 'wrong' },
      actor: accounts.guest(),
    })
    const unknown = await accounts.call('signIn', {
      body: { email: anEmail(), password },
      actor: accounts.guest(),
    })
    expect(wrong).toMatchObject({ status: 401, body: { code: 'wrong-credentials' } })
    expect({ ...unknown.body, requestId: '' }).toEqual({ ...wrong.body, requestId: '' })
  })

  it('is limited for an account from an address, and says when to come again', async () => {
    const { email, password } = await accounts.newcomer()
    const actor = accounts.guest()
    for (let n = 0; n < accounts.config.SIGN_IN_ATTEMPTS; n += 1)
      expect((await accounts.call('signIn', { body: { email, password: 'wrong' }, actor })).status).toBe(401)
    const refused = await accounts.call('signIn', { body: { email, password }, actor })
    expect(refused).toMatchObject({ status: 429, body: { code: 'too-many-attempts' } })
    const seconds = Number(refused.headers.get('retry-after'))
    expect(seconds).toBeGreaterThan(800)
    expect(seconds).toBeLessThanOrEqual(900)
    // The owner, who is elsewhere, is not kept out.
    expect(
      (await accounts.call('signIn', { body: { email, password }, actor: accounts.guest() })).status,
    ).toBe(200)
  })

  it('is limited for an address, whatever the accounts', async () => {
    const strict = await startAccounts({ ATTEMPTS_PER_ADDRESS: '3' })
    const actor = strict.guest()
    const attempt = () => strict.call('signIn', { body: { email: anEmail(), password: 'wrong' }, actor })
    const statuses = []
    for (let n = 0; n < 5; n += 1) statuses.push((await attempt()).status)
    expect(statuses).toEqual([401, 401, 401, 429, 429])
    await strict.stop()
  })

  it('signing in well forgets the failures', async () => {
    const { email, password } = await accounts.newcomer()
    const actor = accounts.guest()
    for (let round = 0; round < 3; round += 1) {
      for (let n = 0; n < 3; n += 1)
        await accounts.call('signIn', { body: { email, password: 'wrong' }, actor })
      expect((await accounts.call('signIn', { body: { email, password }, actor })).status).toBe(200)
    }
  })

  it('attempts at the same time are all counted', async () => {
    const { email } = await accounts.newcomer()
    const actor = accounts.guest()
    const answers = await Promise.all(
      Array.from({ length: 12 }, () =>
        accounts.call('signIn', { body: { email, password: 'wrong' }, actor }),
      ),
    )
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(accounts.config.SIGN_IN_ATTEMPTS)
  })
})

describe('a session', () => {
  it('is shown with the account, and without when there is none', async () => {
    const { cookies, email } = await accounts.newcomer()
    expect((await accounts.call('getSession', { cookies })).body.account).toMatchObject({
      email,
      hasPassword: true,
    })
    expect((await accounts.call('getSession')).body).toEqual({})
  })

  it('ends by signing out', async () => {
    const { cookies } = await accounts.newcomer()
    const answer = await accounts.call('signOut', { cookies })
    expect(answer.status).toBe(204)
    expect(answer.headers.getSetCookie().join()).toMatch(/aos-account\.session_token=;.*Max-Age=0/i)
    expect(await accounts.identity(cookies)).toBeUndefined()
    expect((await accounts.call('signOut')).status).toBe(204)
  })

  it('whose cookie somebody made up is none', async () => {
    const { cookies } = await accounts.newcomer()
    const [name, value = ''] = cookies.split('=')
    const token = decodeURIComponent(value).split('.')[0]
    expect(await accounts.identity(`${name}=${token}.${Buffer.alloc(32).toString('base64')}`)).toBeUndefined()
    expect(await accounts.identity(`${name}=anything`)).toBeUndefined()
  })
})

describe('an e-mail address', () => {
  it('is verified by the token that was sent to it, and then speaks for the account', async () => {
    const { id, email, cookies } = await accounts.newcomer()
    const [said] = accounts.said('EmailVerificationRequested', id)
    expect(said).toMatchObject({ sequence: 1, data: { customer: { name: 'Ada', email } } })
    expect((await accounts.identity(cookies))?.email).toBeUndefined()
    const token = tokenSaid('EmailVerificationRequested', id)
    expect((await accounts.call('verifyEmail', { body: { token } })).status).toBe(204)
    expect((await accounts.identity(cookies))?.email).toBe(email)
  })

  it('is not verified by anything else', async () => {
    const answer = await accounts.call('verifyEmail', { body: { token: 'made-up' } })
    expect(answer).toMatchObject({ status: 422, body: { code: 'link-is-over' } })
  })

  it('can be asked for once more, but not without end', async () => {
    const { id, actor } = await accounts.newcomer()
    const statuses = []
    for (let n = 0; n < 5; n += 1)
      statuses.push((await accounts.call('requestVerification', { actor })).status)
    expect(statuses).toEqual([204, 204, 204, 429, 429])
    expect(accounts.said('EmailVerificationRequested', id).map(({ sequence }) => sequence)).toEqual([
      1, 2, 3, 4,
    ])
  })
})

describe('a forgotten password', () => {
  it('is replaced by the token of the e-mail, once, and ends all sessions', async () => {
    const { id, email, password, cookies } = await accounts.newcomer()
    const request = await accounts.call('requestPasswordReset', { body: { email }, actor: accounts.guest() })
    expect(request.status).toBe(204)
    const token = tokenSaid('PasswordResetRequested', id)
    const body = { token, password: 'another horse battery' }
    expect((await accounts.call('resetPassword', { body })).status).toBe(204)
    expect(await accounts.identity(cookies)).toBeUndefined()
    const signIn = (password: string) =>
      accounts.call('signIn', { body: { email, password }, actor: accounts.guest() })
    expect((await signIn(password)).status).toBe(401)
    expect((await signIn('another horse battery')).status).toBe(200)
    expect(await accounts.call('resetPassword', { body })).toMatchObject({
      status: 422,
      body: { code: 'link-is-over' },
    })
  })

  it('of an address without an account is answered alike, and nothing is sent', async () => {
    const answer = await accounts.call('requestPasswordReset', {
      body: { email: anEmail() },
      actor: accounts.guest(),
    })
    expect(answer).toMatchObject({ status: 204, body: undefined })
  })
})

describe('the language of a letter', () => {
  it.each([
    ['de', 'de'],
    ['fr-FR, de-AT;q=0.8, en;q=0.5', 'de'],
    ['fr, *;q=0.1', 'en'],
    ['nonsense;;', 'en'],
  ])('asked for as %s is %s', async (asked, language) => {
    const email = anEmail()
    const registered = await accounts.call('register', {
      body: { name: 'Ada', email, password: 'correct horse battery' },
      actor: accounts.guest(),
      language: asked,
    })
    const { id } = registered.body.account
    const actor = { subject: `account:${id}`, roles: ['shopper' as const], address: '10.0.0.1' }
    await accounts.call('requestVerification', { actor, language: asked })
    await accounts.call('requestPasswordReset', { body: { email }, actor, language: asked })
    const letters = ['EmailVerificationRequested', 'PasswordResetRequested'].flatMap((type) =>
      accounts.said(type, id),
    )
    expect(letters.map(({ data }) => data.customer?.language)).toEqual([language, language, language])
  })
})

describe('deleting an account', () => {
  it('needs the password, and leaves nothing', async () => {
    const { id, email, password, cookies, actor } = await accounts.newcomer()
    const remove = (given?: string) =>
      accounts.call('deleteAccount', { actor, cookies, body: { ...(given && { password: given }) } })
    expect(await remove('wrong')).toMatchObject({ status: 403, body: { code: 'wrong-password' } })
    expect(await remove()).toMatchObject({ status: 403 })
    await accounts.call('requestPasswordReset', { body: { email }, actor: accounts.guest() })
    expect(await accounts.database.knex('verification').where('value', id)).toHaveLength(1)
    expect((await remove(password)).status).toBe(204)
    expect(await accounts.identity(cookies)).toBeUndefined()
    expect(await accounts.database.knex('user').where({ id })).toEqual([])
    expect(await accounts.database.knex('session').where('userId', id)).toEqual([])
    expect(await accounts.database.knex('verification').where('value', id)).toEqual([])
    const again = await accounts.call('signIn', { body: { email, password }, actor: accounts.guest() })
    expect(again.status).toBe(401)
    // The address was never verified: what others ordered with it is not this person's.
    expect(accounts.said('AccountDeleted', id)).toMatchObject([{ sequence: 3, data: { accountId: id } }])
    expect(accounts.said('AccountDeleted', id)[0]?.data).not.toHaveProperty('email')
  })

  it('tells of a verified address, so that guest orders lose the person too', async () => {
    const { id, email, password, cookies, actor } = await accounts.newcomer()
    await accounts.call('verifyEmail', { body: { token: tokenSaid('EmailVerificationRequested', id) } })
    await accounts.call('deleteAccount', { actor, cookies, body: { password } })
    expect(accounts.said('AccountDeleted', id)[0]?.data).toEqual({ accountId: id, email })
  })
})

describe('saved addresses', () => {
  const address = { street: '12 Market Street', postalCode: '10115', city: 'Berlin', country: 'DE' }
  const body = { name: 'Ada Lovelace', address }

  it('are kept, changed and forgotten', async () => {
    const { actor } = await accounts.newcomer()
    const added = await accounts.call('addAddress', { actor, body })
    expect(added).toMatchObject({ status: 201, body })
    const params = { id: added.body.id }
    const changed = { ...body, name: 'Ada King' }
    expect((await accounts.call('changeAddress', { actor, params, body: changed })).body).toMatchObject(
      changed,
    )
    expect((await accounts.call('listAddresses', { actor })).body).toEqual([{ ...changed, ...params }])
    expect((await accounts.call('removeAddress', { actor, params })).status).toBe(204)
    expect((await accounts.call('listAddresses', { actor })).body).toEqual([])
  })

  it("are nobody else's", async () => {
    const [ada, eve] = [await accounts.newcomer(), await accounts.newcomer()]
    const { id } = (await accounts.call('addAddress', { actor: ada.actor, body })).body
    for (const actor of [
      eve.actor,
      { ...eve.actor, roles: ['shopper', 'staff'] as ('shopper' | 'staff')[] },
    ]) {
      expect((await accounts.call('changeAddress', { actor, params: { id }, body })).status).toBe(404)
      expect((await accounts.call('removeAddress', { actor, params: { id } })).status).toBe(404)
    }
    expect((await accounts.call('removeAddress', { actor: accounts.guest(), params: { id } })).status).toBe(
      401,
    )
    expect((await accounts.call('listAddresses', { actor: eve.actor })).body).toEqual([])
  })

  it('are limited in number', async () => {
    const { actor } = await accounts.newcomer()
    for (let n = 0; n < 20; n += 1) await accounts.call('addAddress', { actor, body })
    const answer = await accounts.call('addAddress', { actor, body })
    expect(answer).toMatchObject({ status: 409, body: { code: 'too-many-addresses' } })
  })
})

describe('staff', () => {
  const shop = 'http://shop.example'

  it('the first one is made by a command, and chooses a password by a link', async () => {
    const email = anEmail()
    const said = await addStaff(accounts.database, email, shop)
    const token = /reset-password#(\S+)$/.exec(said)?.[1] ?? ''
    const password = 'correct horse battery'
    expect((await accounts.call('resetPassword', { body: { token, password } })).status).toBe(204)
    const { body, cookies } = await accounts.call('signIn', {
      body: { email, password },
      actor: accounts.guest(),
    })
    expect(body.account).toMatchObject({ email, emailVerified: true, roles: ['shopper', 'staff'] })
    expect(await accounts.identity(cookies)).toMatchObject({ roles: ['shopper', 'staff'], email })
  })

  it('an account becomes it only once its address is verified', async () => {
    const { id, email, cookies } = await accounts.newcomer()
    await expect(addStaff(accounts.database, email, shop)).rejects.toThrow('has not verified')
    await accounts.call('verifyEmail', { body: { token: tokenSaid('EmailVerificationRequested', id) } })
    expect(await addStaff(accounts.database, email.toUpperCase(), shop)).toContain('is staff now')
    expect((await accounts.identity(cookies))?.roles).toEqual(['shopper', 'staff'])
  })
})

it('without a provider there is no way to sign in with one', async () => {
  const answer = await accounts.call('beginProviderSignIn', { body: {}, actor: accounts.guest() })
  expect(answer).toMatchObject({ status: 404, body: { code: 'no-provider' } })
  const back = await accounts.call('finishProviderSignIn', { query: `?code=x&state=${randomUUID()}` })
  expect(back.status).toBe(404)
})
