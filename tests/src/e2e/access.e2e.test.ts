import { randomUUID } from 'node:crypto'
import type { Access } from '@aos/contracts/actor'
import { type Operation, type OperationName, operations } from '@aos/contracts/api'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { anOrder } from '../load/burst.ts'
import { Shoppers } from '../load/shopper.ts'
import { type Answer, Caller, newShopper, newStaff } from './callers.ts'

/**
 * Every operation of the API, by every kind of caller. What is expected follows from the access that
 * the operation declares: a new operation is tested here from its first day.
 */
const store = inject('store')
const { shop } = store.addresses

const kinds = ['stranger', 'guest', 'owner', 'other shopper', 'staff'] as const
type Kind = (typeof kinds)[number]

/** Whose things the operations of owners are about. */
const targets = {
  cart: ['getCart', 'setCartLine'],
  order: ['getOrder', 'watchOrder', 'cancelOrder'],
  address: ['changeAddress', 'removeAddress'],
} satisfies Record<string, OperationName[]>

let callers: Record<Kind, Caller>
let ownersOrder: string
let guestsOrder: string
let address: string

const savedAddress = {
  name: 'Ada Lovelace',
  address: { street: '12 Market Street', postalCode: '10115', city: 'Berlin', country: 'DE' },
}

async function placeOrder(caller: Caller): Promise<string> {
  const shoppers = new Shoppers(shop)
  const products = (await shoppers.products()).filter(({ available }) => available > 20)
  await shoppers.close()
  const { status, body } = await caller.call('placeOrder', {
    headers: { 'idempotency-key': randomUUID() },
    body: anOrder(products, 1),
  })
  if (status !== 202) throw new Error(`placing an order answers ${status}: ${JSON.stringify(body)}`)
  return body.id
}

beforeAll(async () => {
  const [owner, other, staff] = await Promise.all([newShopper(shop), newShopper(shop), newStaff(store)])
  const guest = new Caller(shop)
  callers = {
    stranger: new Caller(shop),
    guest,
    owner: owner.caller,
    'other shopper': other.caller,
    staff: staff.caller,
  }
  guestsOrder = await placeOrder(guest)
  ownersOrder = await placeOrder(owner.caller)
  address = (await owner.caller.call('addAddress', { body: savedAddress })).body.id
})

/** `in`: whatever else the operation says. */
type Verdict = 'in' | 'sign in first' | 'staff only' | 'no such thing'

function verdictOf({ status, body }: Answer): Verdict {
  // Nothing is served there: then nothing is tested either.
  if (body?.code === 'no-such-address') throw new Error(body.detail)
  if (body?.code === 'sign-in-needed') return 'sign in first'
  if (body?.code === 'staff-only') return 'staff only'
  if (status === 404 && /^no-such-/.test(body.code)) return 'no such thing'
  return 'in'
}

const isSignedIn = (kind: Kind) => kind !== 'stranger' && kind !== 'guest'

/** What an operation's access says of somebody who owns what it is about. */
function expected(access: Access, kind: Kind): Verdict {
  if (access === 'shopper') return isSignedIn(kind) ? 'in' : 'sign in first'
  if (access !== 'staff') return 'in'
  if (kind === 'staff') return 'in'
  return isSignedIn(kind) ? 'staff only' : 'sign in first'
}

const named = Object.entries<Operation>(operations).map(([name, { access }]) => ({
  name: name as OperationName,
  access,
}))
const withAccess = (...wanted: Access[]) => named.filter(({ access }) => wanted.includes(access))

/** Valid in form, and about nothing that is there. */
const params = { sku: 'NO-SUCH-SKU', slug: 'nothing', id: randomUUID(), version: 'v'.repeat(22) }
const bodyless = ['get', 'delete']

/** Whom it would sign out, or in as somebody else, it is not tried with: for that it does not look who calls. */
const changesTheCaller = ['signOut', 'finishProviderSignIn']

describe.each(kinds)('to the %s', (kind) => {
  it.each(withAccess('anyone'))('$name is open', async ({ name }) => {
    const caller = changesTheCaller.includes(name) ? new Caller(shop) : callers[kind]
    const body = bodyless.includes(operations[name].method) ? undefined : {}
    const verdict = verdictOf(await caller.call(name, { params, body }))
    expect(['in', 'no such thing']).toContain(verdict)
  })

  it.each(withAccess('shopper', 'staff'))(
    '$name, for $access, is as open as that',
    async ({ name, access }) => {
      const body = bodyless.includes(operations[name].method) ? undefined : {}
      const verdict = verdictOf(await callers[kind].call(name, { params, body }))
      const isIn = expected(access, kind) === 'in'
      if (isIn) expect(['in', 'no such thing']).toContain(verdict)
      else expect(verdict).toBe(expected(access, kind))
    },
  )

  it.each(targets.cart)('%s is about their own cart', async (name) => {
    const { status } = await callers[kind].call(name, {
      params: { sku: 'KET-001' },
      ...(name === 'setCartLine' && { body: { quantity: 1 } }),
    })
    expect(status).toBe(200)
  })

  const ofAnAccount: Record<Kind, Verdict> = {
    stranger: 'sign in first',
    guest: 'sign in first',
    owner: 'in',
    'other shopper': 'no such thing',
    staff: 'in',
  }
  it.each(targets.order)(`%s of an account's order: ${ofAnAccount[kind]}`, async (name) => {
    const body = name === 'cancelOrder' ? {} : undefined
    const answer = await callers[kind].call(name, { params: { id: ownersOrder }, body })
    expect(verdictOf(answer)).toBe(ofAnAccount[kind])
  })

  it.each(targets.order)("%s of a guest's order is for whoever has its link", async (name) => {
    const body = name === 'cancelOrder' ? {} : undefined
    expect(verdictOf(await callers[kind].call(name, { params: { id: guestsOrder }, body }))).toBe('in')
  })

  it.each(targets.order)('%s of no order: no such thing', async (name) => {
    const body = name === 'cancelOrder' ? {} : undefined
    const answer = await callers[kind].call(name, { params: { id: randomUUID() }, body })
    expect(verdictOf(answer)).toBe('no such thing')
  })

  it.each(targets.address)('%s is for the account that saved it', async (name) => {
    // The owner's turn is not before everybody's: who may remove it would leave nothing to be refused.
    if (kind === 'owner' && name === 'removeAddress') return
    const body = name === 'changeAddress' ? savedAddress : undefined
    const verdict = verdictOf(await callers[kind].call(name, { params: { id: address }, body }))
    expect(verdict).toBe({ ...ofAnAccount, staff: 'no such thing' }[kind])
  })

  it('listOrders shows their own alone', async () => {
    const { status, body } = await callers[kind].call('listOrders')
    if (!isSignedIn(kind)) return expect(status).toBe(401)
    const ids = (body.orders as { id: string }[]).map(({ id }) => id)
    expect(ids).toEqual(kind === 'owner' ? [ownersOrder] : [])
  })
})

it('the owner, at last, may remove the address', async () => {
  expect((await callers.owner.call('removeAddress', { params: { id: address } })).status).toBe(204)
})

it('each operation of owners is among those above', () => {
  const known: OperationName[] = Object.values(targets).flat()
  expect(known.toSorted()).toEqual(
    withAccess('owner')
      .map(({ name }) => name)
      .toSorted(),
  )
})

it('a token that somebody made up is refused, and headers make nobody an actor', async () => {
  const headers = {
    'x-actor-token': 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhY2NvdW50OngifQ.',
    'x-actor': 'account:x',
  }
  const answer = await new Caller(shop).call('listOrders', { headers })
  expect(answer).toMatchObject({ status: 401, body: { code: 'sign-in-needed' } })
})

it.each([
  ...[2, 3, 4, 6, 8, 12].map((size) => [size, 400] as const),
  ...[16, 20].map((size) => [size, 431] as const),
])('an address of %i kB is answered by the store, not by what lies between: %i', async (size, status) => {
  const answer = await fetch(`${shop}/api/v1/suggestions?q=${'a'.repeat(size * 1024)}`)
  expect(answer.status).toBe(status)
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
})
