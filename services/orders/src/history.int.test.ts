import { randomUUID } from 'node:crypto'
import { type Actor, accountSubject } from '@aos/contracts/actor'
import { removedPerson } from '@aos/contracts/removed-person'
import { sampleEvent } from '@aos/tests/harness/samples'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forgetPersonsOfEndedOrders } from './forget-person.ts'
import { listOrders } from './list-orders.ts'
import { anOrder } from './order-samples.ts'
import { aRequest, type OrdersUnderTest, startOrders } from './orders-harness.ts'
import { requireOwnerOf } from './require-owner.ts'

let orders: OrdersUnderTest
beforeAll(async () => {
  orders = await startOrders()
})
afterAll(() => orders.stop())

const shopper = (email?: string): Actor & { id: string } => {
  const id = randomUUID()
  return { id, subject: accountSubject(id), roles: ['shopper'], ...(email && { email }) }
}
const aGuest = () => `guest:${randomUUID()}`
const anEmail = () => `${randomUUID()}@example.com`
const customerWith = (email: string) => ({ customer: { ...anOrder().customer, email } })
const list = async (actor: Actor, page = 1, pageSize = 10) =>
  (await listOrders(orders.database, actor, { page, pageSize })).orders.map(({ id }) => id)

describe('the orders of a shopper', () => {
  it('are their own, newest first, page by page', async () => {
    const ada = shopper()
    const ids: string[] = []
    for (let n = 0; n < 5; n += 1)
      ids.unshift((await orders.put({ placedAt: new Date(1_000_000 * n) }, undefined, ada.subject)).id)
    await orders.put({}, undefined, shopper().subject)
    expect(await list(ada)).toEqual(ids)
    expect(await list(ada, 1, 2)).toEqual(ids.slice(0, 2))
    expect(await list(ada, 3, 2)).toEqual(ids.slice(4))
    expect(await listOrders(orders.database, ada, { page: 4, pageSize: 2 })).toMatchObject({
      orders: [],
      total: 5,
    })
  })

  it('are with a verified address also those of a guest with that address, however it is written', async () => {
    const email = anEmail()
    const { id } = await orders.put(customerWith(email.toUpperCase()), undefined, aGuest())
    expect(await list(shopper(email))).toEqual([id])
    expect(await list(shopper())).toEqual([])
  })

  it("are not another account's, whatever address stands in them", async () => {
    const email = anEmail()
    await orders.put(customerWith(email), undefined, shopper().subject)
    expect(await list(shopper(email))).toEqual([])
  })
})

describe('when an account is deleted', () => {
  const remove = (accountId: string, email?: string) =>
    orders.inbox.receive('accounts.events', [
      sampleEvent('AccountDeleted', { subject: accountId, data: { accountId, ...(email && { email }) } }),
    ])

  it('its orders stay, without the person, and without an owner', async () => {
    const email = anEmail()
    const ada = shopper(email)
    const own = await orders.put({ status: 'delivered' }, undefined, ada.subject)
    const asGuest = await orders.put({ status: 'cancelled', ...customerWith(email) }, undefined, aGuest())
    expect(await remove(ada.id, email)).toEqual([true])
    await forgetPersonsOfEndedOrders(orders.database)
    for (const { id } of [own, asGuest]) {
      expect((await orders.read(id)).customer).toEqual(removedPerson)
      for (const actor of [ada, { subject: aGuest(), roles: [] }])
        await expect(requireOwnerOf(orders.database, id, actor)).rejects.toMatchObject({ kind: 'not-found' })
    }
    expect(await list(ada)).toEqual([])
  })

  it('a parcel that is on its way still has its address, until it is there', async () => {
    const ada = shopper()
    const { id, customer } = await orders.put(
      { status: 'shipped', trackingNumber: 'T1' },
      undefined,
      ada.subject,
    )
    await remove(ada.id)
    await forgetPersonsOfEndedOrders(orders.database)
    expect((await orders.read(id)).customer).toEqual(customer)
    await orders.inbox.receive('shipments.events', [sampleEvent('ShipmentDelivered', { subject: id })])
    await forgetPersonsOfEndedOrders(orders.database)
    expect((await orders.read(id)).customer).toEqual(removedPerson)
  })

  it('an order that comes in by a session of just before is of nobody too', async () => {
    const ada = shopper()
    await remove(ada.id)
    const late = await orders.put({ status: 'cancelled' }, undefined, ada.subject)
    const others = await orders.put({ status: 'cancelled' }, undefined, shopper().subject)
    await forgetPersonsOfEndedOrders(orders.database)
    expect((await orders.read(late.id)).customer).toEqual(removedPerson)
    expect((await orders.read(others.id)).customer).toEqual(others.customer)
    expect(await list(ada)).toEqual([])
  })

  it('twice, as messages may come, nothing else happens', async () => {
    const ada = shopper()
    const order = await orders.put({ status: 'delivered' }, undefined, ada.subject)
    expect(await remove(ada.id)).toEqual([true])
    expect(await remove(ada.id)).toEqual([true])
    await forgetPersonsOfEndedOrders(orders.database)
    expect((await orders.read(order.id)).customer).toEqual(removedPerson)
  })

  it('nothing is left of the person, in no table', async () => {
    const ada = shopper()
    const marks = { name: `Ada ${randomUUID()}`, email: anEmail() }
    const mandate = { acceptedAt: new Date().toISOString(), ipAddress: randomUUID(), userAgent: 'Firefox' }
    const elsewhere = { ...anOrder().customer, ...marks }
    const { id } = await orders.put(
      { status: 'delivered', customer: elsewhere, mandate },
      undefined,
      ada.subject,
    )
    await orders.database.knex('orders').where({ id }).update({ request_hash: 'of what Ada sent' })
    const kept = async () => {
      const tables = ['orders', 'inbox', 'outbox', 'dead_letters', 'deleted_accounts']
      const rows = (await Promise.all(tables.map((table) => orders.database.knex(table)))).flat()
      const whose = [marks.name, marks.email, mandate.ipAddress, 'of what Ada sent']
      return rows.filter((row) => whose.some((mark) => JSON.stringify(row).includes(mark)))
    }
    expect(await kept()).toHaveLength(1)
    await remove(ada.id)
    await forgetPersonsOfEndedOrders(orders.database)
    expect(await kept()).toEqual([])
  })

  it('whose address was never verified, guest orders with that address are not touched', async () => {
    const email = anEmail()
    const order = await orders.put({ status: 'delivered', ...customerWith(email) }, undefined, aGuest())
    await remove(shopper().id)
    await forgetPersonsOfEndedOrders(orders.database)
    expect((await orders.read(order.id)).customer.email).toBe(email)
  })
})

describe('stock that unpaid orders hold', () => {
  const place = (owner: string, idempotencyKey: string = randomUUID()) =>
    orders.place(aRequest({}, { owner, idempotencyKey }))

  it('is limited for each shopper, and freed by paying or cancelling', async () => {
    const owner = aGuest()
    const ids = []
    for (let n = 0; n < 10; n += 1) ids.push(await place(owner))
    await expect(place(owner)).rejects.toMatchObject({
      kind: 'too-many',
      code: 'too-many-open-orders',
      retryAfterMs: 60_000,
    })
    expect(await place(aGuest())).toEqual(expect.any(String))
    await orders.advanceOrder.cancel(ids[0] ?? '')
    expect(await place(owner)).toEqual(expect.any(String))
  })

  it('is limited for orders that come at once', async () => {
    const owner = aGuest()
    const settled = await Promise.allSettled(Array.from({ length: 15 }, () => place(owner)))
    const { rows } = await orders.database.knex.raw('SELECT count(*)::int AS n FROM orders WHERE owner = ?', [
      owner,
    ])
    expect(rows[0].n).toBe(settled.filter(({ status }) => status === 'fulfilled').length)
    // Batches that overlap may each see the same free places.
    expect(rows[0].n).toBeLessThanOrEqual(11)
  })

  it('a repeated request is answered as the first was, limit or not', async () => {
    const owner = aGuest()
    const first = aRequest({}, { owner })
    const id = await orders.place(first)
    for (let n = 0; n < 9; n += 1) await place(owner)
    expect(await orders.place(first)).toBe(id)
  })
})
