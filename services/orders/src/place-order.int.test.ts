import { randomUUID } from 'node:crypto'
import { AppError } from '@aos/chassis/errors'
import { usualPricing } from '@aos/contracts/pricing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aRequest, type OrdersUnderTest, startOrders } from './orders-harness.ts'

let orders: OrdersUnderTest
beforeAll(async () => {
  orders = await startOrders()
})
afterAll(() => orders.stop())

const eur = (amount: number) => ({ amount, currency: 'EUR' })

const placedWith = async (keys: string[]): Promise<string[]> =>
  (await orders.database.knex('orders').whereIn('idempotency_key', keys)).map(({ id }) => id)

describe('placing an order', () => {
  it('is durable with its first message once it is answered', async () => {
    const traceparent = `00-${randomUUID().replaceAll('-', '')}-00f067aa0ba902b7-01`
    const request = aRequest({}, { traceparent })
    const id = await orders.place(request)
    expect(await orders.read(id)).toMatchObject({ ...request.body, status: 'placed', sequence: 1 })
    expect(await orders.said(id)).toMatchObject([
      { type: 'ReserveItems', sequence: 1, traceparent, data: { orderId: id, lines: request.body.lines } },
    ])
    expect(orders.published.filter(({ data }) => data.orderId === id)).toHaveLength(1)
  })

  it('has a deadline', async () => {
    const { deadlineAt, placedAt } = await orders.read(await orders.place(aRequest()))
    expect(deadlineAt?.getTime()).toBe(placedAt.getTime() + 1_000)
  })

  it('keeps the delivery and the tax by which its total came about', async () => {
    const { terms } = await orders.read(await orders.place(aRequest({ delivery: 'express' })))
    expect(terms).toEqual({ delivery: usualPricing.deliveries[1], tax: usualPricing.tax })
  })

  it('keeps what its total is made of, once that is known', async () => {
    const parts = { items: eur(3_900), delivery: eur(490), tax: eur(701) }
    const { id } = await orders.put({ status: 'approved', total: eur(4_390), totals: parts })
    expect((await orders.read(id)).totals).toEqual(parts)
    const old = await orders.put({ status: 'approved', terms: undefined, totals: undefined })
    expect(await orders.read(old.id)).toMatchObject({ terms: undefined, totals: undefined })
  })

  it('with a delivery that is not offered is refused, with what to do', async () => {
    await expect(orders.place(aRequest({ delivery: 'pigeon' }))).rejects.toMatchObject({
      kind: 'unprocessable',
      code: 'no-such-delivery',
      errors: [{ path: 'delivery' }],
    })
  })

  it('of more than a 32-bit number counts is stored exactly', async () => {
    const total = { amount: Number.MAX_SAFE_INTEGER, currency: 'JPY' }
    expect((await orders.read(await orders.place(aRequest({ total })))).total).toEqual(total)
  })
})

describe('the language of an order', () => {
  it('goes with the customer into what is said of the order', async () => {
    const id = await orders.place(aRequest({ language: 'de' }))
    const { customer } = await orders.read(id)
    expect(customer).toEqual({ ...aRequest().body.customer, language: 'de' })
    await orders.advanceOrder.cancel(id)
    const { name, email } = customer
    expect((await orders.said(id)).at(-1)).toMatchObject({
      type: 'OrderCancelled',
      data: { customer: { name, email, language: 'de' }, lines: aRequest().body.lines },
    })
  })

  it('is left open where none is said', async () => {
    const id = await orders.place(aRequest())
    expect((await orders.read(id)).customer).not.toHaveProperty('language')
    await orders.advanceOrder.cancel(id)
    expect((await orders.said(id)).at(-1)?.data).not.toHaveProperty('customer.language')
  })

  it('is part of the request that an idempotency key stands for', async () => {
    const request = aRequest({ language: 'de' })
    const id = await orders.place(request)
    expect(await orders.place(structuredClone(request))).toBe(id)
    const other = { ...request, body: { ...request.body, language: 'en' as const } }
    await expect(orders.place(other)).rejects.toMatchObject({ code: 'idempotency-key-reused' })
  })
})

describe('an idempotency key', () => {
  it('with the same body finds the order that it made', async () => {
    const request = aRequest()
    const id = await orders.place(request)
    expect(await orders.place(request)).toBe(id)
    expect(await orders.other.place(structuredClone(request))).toBe(id)
    expect(await orders.said(id)).toHaveLength(1)
  })

  it('finds the order that it made, although its delivery is no longer offered', async () => {
    const request = aRequest({ delivery: 'express' })
    const id = await orders.place(request)
    const deliveries = usualPricing.deliveries.slice(0, 1)
    const since = orders.placeWith({ ...usualPricing, deliveries })
    expect(await since(request)).toBe(id)
    await expect(since(aRequest({ delivery: 'express' }))).rejects.toMatchObject({ code: 'no-such-delivery' })
  })

  it('with another body is refused', async () => {
    const request = aRequest()
    const id = await orders.place(request)
    const other = { ...request, body: { ...request.body, paymentMethod: 'pm_other' } }
    await expect(orders.place(other)).rejects.toMatchObject({
      kind: 'unprocessable',
      code: 'idempotency-key-reused',
    })
    expect(await orders.read(id)).toMatchObject({ paymentMethod: request.body.paymentMethod })
  })

  it('whose request is under way is a conflict, and free afterwards', async () => {
    const request = aRequest()
    const first = orders.place(request)
    await expect(orders.place(request)).rejects.toMatchObject({
      kind: 'conflict',
      code: 'request-in-progress',
    })
    expect(await orders.place(request).catch(() => first)).toBe(await first)
    expect(await orders.place(request)).toBe(await first)
  })

  it('makes one order however many replicas see it at once', async () => {
    const requests = Array.from({ length: 40 }, () => aRequest())
    const here = Promise.all(requests.map(orders.place))
    // In the other order, so that both wait for rows of each other.
    const there = Promise.all(requests.toReversed().map(orders.other.place))
    const ids = await here
    expect((await there).toReversed()).toEqual(ids)
    const placed = await placedWith(requests.map(({ idempotencyKey }) => idempotencyKey))
    expect(placed.toSorted()).toEqual(ids.toSorted())
    for (const id of ids) expect(await orders.said(id)).toHaveLength(1)
  })
})

describe('orders that arrive together', () => {
  it('share a transaction', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, () => orders.place(aRequest())))
    const { rows } = await orders.database.knex.raw(
      'SELECT count(DISTINCT xmin::text)::int AS transactions FROM orders WHERE id = ANY(?)',
      [ids],
    )
    expect(rows[0].transactions).toBeLessThan(20)
  })

  it('do not suffer from one that cannot be stored', async () => {
    const { customer } = aRequest().body
    const requests = Array.from({ length: 9 }, () => aRequest())
    const unstorable = aRequest({ customer: { ...customer, name: 'Ada\u0000' } })
    const before = await orders.count('orders')
    const outcomes = await Promise.allSettled([...requests, unstorable].map(orders.place))
    expect(outcomes.map(({ status }) => status)).toEqual([...requests.map(() => 'fulfilled'), 'rejected'])
    expect(await orders.count('orders')).toBe(before + 9)
    expect(orders.published.filter(({ data }) => JSON.stringify(data).includes('Ada\\u0000'))).toEqual([])
    // Its key is free: nothing was made with it.
    await orders.place(aRequest({}, { idempotencyKey: unstorable.idempotencyKey }))
  })

  it('get each their own outcome', async () => {
    const used = aRequest()
    const id = await orders.place(used)
    const misused = aRequest({ paymentMethod: 'pm_other' }, { idempotencyKey: used.idempotencyKey })
    const [fresh, repeated, refused] = await Promise.allSettled([
      orders.place(aRequest()),
      orders.place(used),
      orders.other.place(misused),
    ])
    expect(fresh.status).toBe('fulfilled')
    expect(repeated).toEqual({ status: 'fulfilled', value: id })
    expect(refused).toMatchObject({ status: 'rejected', reason: expect.any(AppError) })
  })
})

it('an order whose first message cannot be stored is not placed', async () => {
  const alone = await startOrders()
  await alone.database.knex.raw('ALTER TABLE outbox RENAME TO away')
  await expect(alone.place(aRequest())).rejects.toThrow()
  expect(await alone.count('orders')).toBe(0)
  expect(alone.published).toEqual([])
  await alone.stop()
})
