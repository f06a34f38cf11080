import { randomUUID } from 'node:crypto'
import type { Actor } from '@aos/contracts/actor'
import { SignJWT, UnsecuredJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { requireAccess } from './access.ts'
import { ActorTokens } from './actor-tokens.ts'

const config = { ACTOR_TOKEN_SECRET: 'a secret that only this test knows', STORE_NAME: 'awesome' }
const tokens = new ActorTokens(config)
const MINUTE = 60_000

const ada: Actor = {
  subject: `account:${randomUUID()}`,
  roles: ['shopper'],
  email: 'ada@example.com',
  formerGuest: `guest:${randomUUID()}`,
  address: '10.0.0.1',
}
const refused = { kind: 'forbidden', code: 'actor-token-refused' }

const forged = (secret: string, change: (token: SignJWT) => SignJWT = (it) => it, alg = 'HS256') =>
  change(
    new SignJWT({ roles: ['staff'] })
      .setProtectedHeader({ alg })
      .setIssuer('gateway')
      .setAudience('awesome')
      .setSubject(ada.subject)
      .setIssuedAt()
      .setExpirationTime('1m'),
  ).sign(new TextEncoder().encode(secret))

describe('a token', () => {
  it('tells who is calling', async () => {
    expect(await tokens.verify(await tokens.sign(ada))).toEqual(ada)
  })

  it('is good for a minute', async () => {
    const at = (ms: number) => tokens.sign(ada, new Date(Date.now() - ms))
    await expect(tokens.verify(await at(MINUTE / 2))).resolves.toEqual(ada)
    await expect(tokens.verify(await at(MINUTE + 10_000))).rejects.toMatchObject(refused)
  })

  it('does not live longer because it says so', async () => {
    const longLived = await forged(config.ACTOR_TOKEN_SECRET, (it) =>
      it.setIssuedAt(Math.floor(Date.now() / 1000) - 600).setExpirationTime('1h'),
    )
    await expect(tokens.verify(longLived)).rejects.toMatchObject(refused)
  })

  it('of another store is nothing here, even under the same secret', async () => {
    const other = new ActorTokens({ ...config, STORE_NAME: 'other' })
    await expect(tokens.verify(await other.sign(ada))).rejects.toMatchObject(refused)
  })

  it.each([
    ['signed with another secret', () => forged('another secret, known to somebody')],
    ['signed by nobody', async () => new UnsecuredJWT({ roles: ['staff'] }).setSubject(ada.subject).encode()],
    ['of another issuer', () => forged(config.ACTOR_TOKEN_SECRET, (it) => it.setIssuer('somebody'))],
    ['about nobody', () => forged(config.ACTOR_TOKEN_SECRET, (it) => it.setSubject('root'))],
    ['of another algorithm', () => forged(config.ACTOR_TOKEN_SECRET, undefined, 'HS512')],
    ['that is none', async () => 'Bearer abc'],
  ])('%s is refused', async (_, make) => {
    await expect(tokens.verify(await make())).rejects.toMatchObject(refused)
  })

  it('that was changed on its way is refused', async () => {
    const [head, , signature] = (await tokens.sign(ada)).split('.')
    const claims = Buffer.from(JSON.stringify({ ...ada, sub: ada.subject, roles: ['staff'] })).toString(
      'base64url',
    )
    await expect(tokens.verify(`${head}.${claims}.${signature}`)).rejects.toMatchObject(refused)
  })
})

describe('access', () => {
  const guest: Actor = { subject: `guest:${randomUUID()}`, roles: [] }
  const staff: Actor = { ...ada, roles: ['shopper', 'staff'] }
  const signIn = { kind: 'unauthenticated', code: 'sign-in-needed' }
  const staffOnly = { kind: 'forbidden', code: 'staff-only' }

  it.each([
    ['anyone', { nobody: 'in', guest: 'in', ada: 'in', staff: 'in' }],
    ['owner', { nobody: signIn, guest: 'in', ada: 'in', staff: 'in' }],
    ['shopper', { nobody: signIn, guest: signIn, ada: 'in', staff: 'in' }],
    ['staff', { nobody: signIn, guest: signIn, ada: staffOnly, staff: 'in' }],
  ] as const)('for %s', (access, expected) => {
    const actors = { nobody: undefined, guest, ada, staff }
    for (const who of Object.keys(actors) as (keyof typeof actors)[]) {
      const wanted = expected[who]
      const ask = () => requireAccess(access, actors[who])
      if (wanted === 'in') expect(ask).not.toThrow()
      else expect(ask).toThrow(expect.objectContaining(wanted))
    }
  })
})
