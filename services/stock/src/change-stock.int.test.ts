import { randomUUID } from 'node:crypto'
import type { ChangePage, StaffProduct, StaffProductPage } from '@aos/contracts/back-office'
import type { Problem, Product } from '@aos/contracts/http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EMAIL, openBackOffice } from './back-office-harness.ts'
import { signedIn } from './catalogue-harness.ts'

let office: Awaited<ReturnType<typeof openBackOffice>>
beforeAll(async () => {
  office = await openBackOffice()
})
afterAll(() => office.close())

const stockOf = async (sku: string) =>
  (await office.ask<StaffProduct>('GET', `/products/${sku}`)).body as StaffProduct
const changesOf = async (sku: string) =>
  (await office.ask<ChangePage>('GET', `/changes?sku=${sku}`)).body.changes
const change = (sku: string, body: unknown, key?: string) =>
  office.ask<StaffProduct & Problem>('POST', `/products/${sku}/stock`, body, key)

/** What came in = what is there, as long as nothing was sold. */
async function isBooked(sku: string) {
  const booked = await office.shop.knex('restocks').where({ sku }).sum('quantity as quantity').first()
  return Number(booked?.quantity) === (await stockOf(sku)).onHand
}

describe('a delivery', () => {
  it('adds to the shelf, shows in the catalogue, and is written down with who said so', async () => {
    const before = await stockOf('KET-001')
    const { status, body } = await change('KET-001', { kind: 'delivery', quantity: 25, note: 'two boxes' })
    expect(status).toBe(200)
    expect(body.onHand).toBe(before.onHand + 25)
    expect((await office.shop.get<Product>('/products/KET-001')).available).toBe(before.available + 25)
    expect(await changesOf('KET-001')).toEqual([
      {
        id: expect.any(Number),
        at: expect.stringMatching(/^\d{4}-/),
        sku: 'KET-001',
        action: 'delivery',
        fields: [{ field: 'onHand', from: before.onHand, to: before.onHand + 25 }],
        note: 'two boxes',
        subject: office.staff.subject,
        email: EMAIL,
      },
    ])
    expect(await isBooked('KET-001')).toBe(true)
  })

  it('whose answer was lost is booked once, even when both come at once', async () => {
    const { onHand } = await stockOf('MUG-001')
    const key = randomUUID()
    const answers = await Promise.all(
      [1, 2, 3].map(() => change('MUG-001', { kind: 'delivery', quantity: 5 }, key)),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect((await stockOf('MUG-001')).onHand).toBe(onHand + 5)
    expect(await changesOf('MUG-001')).toHaveLength(1)
  })

  it('cannot borrow the key of another one', async () => {
    const key = randomUUID()
    await change('LMP-001', { kind: 'delivery', quantity: 1 }, key)
    expect(await change('PEN-001', { kind: 'delivery', quantity: 1 }, key)).toMatchObject({
      status: 422,
      body: { code: 'idempotency-key-reused' },
    })
    expect(await changesOf('PEN-001')).toEqual([])
  })

  it('of nothing, or of something else, is refused', async () => {
    expect((await change('KET-001', { kind: 'delivery', quantity: 0 })).status).toBe(400)
    expect((await change('KET-001', { kind: 'gift', quantity: 1 })).status).toBe(400)
    expect((await change('NIX-001', { kind: 'delivery', quantity: 1 })).status).toBe(404)
  })
})

describe('a count', () => {
  it('says what is there, fewer than was believed', async () => {
    const { onHand } = await stockOf('CUP-001')
    const { body } = await change('CUP-001', {
      kind: 'count',
      counted: onHand - 3,
      note: 'broken in transit',
    })
    expect(body.onHand).toBe(onHand - 3)
    expect(await isBooked('CUP-001')).toBe(true)
    expect(await changesOf('CUP-001')).toMatchObject([
      { action: 'count', note: 'broken in transit', fields: [{ from: onHand, to: onHand - 3 }] },
    ])
  })

  it('needs a reason', async () => {
    expect((await change('CUP-001', { kind: 'count', counted: 3 })).status).toBe(400)
  })

  it('cannot take away what is held for orders, and leaves no trace', async () => {
    await office.shop.knex('products').where({ sku: 'TNT-001' }).update({ reserved: 2 })
    expect(await change('TNT-001', { kind: 'count', counted: 1, note: 'gone' })).toMatchObject({
      status: 409,
      body: { code: 'stock-cannot-change' },
    })
    expect(await changesOf('TNT-001')).toEqual([])
    expect(await isBooked('TNT-001')).toBe(true)
  })

  it('meets a reservation without losing either', async () => {
    const { knex } = office.shop
    const { onHand } = await stockOf('BIN-001')
    await Promise.all([
      change('BIN-001', { kind: 'delivery', quantity: 10 }),
      knex('products').where({ sku: 'BIN-001' }).increment('reserved', 3),
      change('BIN-001', { kind: 'delivery', quantity: 7 }),
    ])
    expect(await stockOf('BIN-001')).toMatchObject({
      onHand: onHand + 17,
      reserved: 3,
      available: onHand + 14,
    })
  })
})

describe('the audit trail', () => {
  it('cannot be altered', async () => {
    const { knex } = office.shop
    await expect(knex('changes').update({ email: 'nobody@example.com' })).rejects.toThrow('for good')
    await expect(knex('changes').delete()).rejects.toThrow('for good')
  })

  it('is read page by page, the latest first', async () => {
    const { body } = await office.ask<ChangePage>('GET', '/changes?pageSize=2&page=2')
    expect(body).toMatchObject({ page: 2, pageSize: 2 })
    const { body: all } = await office.ask<ChangePage>('GET', '/changes?pageSize=100')
    expect(all.total).toBe(all.changes.length)
    expect(body.changes).toEqual(all.changes.slice(2, 4))
    expect(all.changes.map(({ id }) => id)).toEqual(all.changes.map(({ id }) => id).sort((a, b) => b - a))
  })
})

describe('the list', () => {
  it('finds by a part of the name, forgiving accents and case, or of the SKU', async () => {
    const find = async (q: string) =>
      (await office.ask<StaffProductPage>('GET', `/products?q=${encodeURIComponent(q)}`)).body
    const kettle = await stockOf('KET-001')
    for (const q of ['ket-0', kettle.name.slice(2).toUpperCase(), kettle.name.replace('e', 'é')])
      expect((await find(q)).products.map(({ sku }) => sku)).toContain('KET-001')
    expect((await find('%')).total).toBe(0)
    expect((await find('_')).total).toBe(0)
  })

  it('shows what is short, the fewest first', async () => {
    await office.shop.knex('products').where({ sku: 'YOY-001' }).update({ on_hand: 1 })
    await office.shop.knex('products').where({ sku: 'WLT-001' }).update({ on_hand: 0 })
    const { body } = await office.ask<StaffProductPage>('GET', '/products?view=low')
    const left = body.products.map(({ available }) => available)
    expect(left).toEqual(left.toSorted((a, b) => a - b))
    expect(body.products.map(({ sku }) => sku)).toEqual(expect.arrayContaining(['WLT-001', 'YOY-001']))
    for (const { available } of body.products) expect(available).toBeLessThan(10)
  })
})

describe('others', () => {
  it.each([
    ['a shopper', ['shopper'] as const, 403, 'staff-only'],
    ['a guest', undefined, 401, 'sign-in-needed'],
  ])('%s may do none of it', async (_, roles, status, code) => {
    const headers = roles ? (await signedIn([...roles])).headers : undefined
    const path = `${office.shop.address}/admin/products/KET-001/stock`
    const answer = await fetch(path, { method: 'POST', ...(headers && { headers }) })
    expect(answer.status).toBe(status)
    expect(await answer.json()).toMatchObject({ code })
  })
})
