import { randomUUID } from 'node:crypto'
import type { ChangePage, StaffProduct, StaffProductPage } from '@aos/contracts/back-office'
import type { ListedCategory, Problem, Product, ProductPage } from '@aos/contracts/http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBackOffice } from './back-office-harness.ts'

let office: Awaited<ReturnType<typeof openBackOffice>>
beforeAll(async () => {
  office = await openBackOffice()
})
afterAll(() => office.close())

type Said = StaffProduct & Problem
const teapot = {
  sku: 'TEA-001',
  name: 'Second Thoughts Teapot',
  category: 'kitchen',
  description: 'Pours twice.',
  price: { amount: 4250, currency: 'EUR' },
  tags: ['tea'],
  onHand: 12,
}
const create = (changes: object = {}, key?: string) =>
  office.ask<Said>('POST', '/products', { ...teapot, ...changes }, key)
const show = async (sku: string) => (await office.ask<StaffProduct>('GET', `/products/${sku}`)).body
const changesOf = async (sku: string) =>
  (await office.ask<ChangePage>('GET', `/changes?sku=${sku}`)).body.changes

async function edit(sku: string, changes: object) {
  const { name, category, description, price, tags, edition } = await show(sku)
  const body = { name, category, description, price, tags, edition, ...changes }
  return office.ask<Said>('PUT', `/products/${sku}`, body)
}

describe('a new product', () => {
  it('is sold, found by its words, and has its first stock in the books', async () => {
    const { status, body } = await create()
    expect(status).toBe(201)
    expect(body).toMatchObject({ sku: 'TEA-001', available: 12, edition: 1 })
    const { products } = await office.shop.get<ProductPage>('/products?q=teapot')
    expect(products.map(({ sku }) => sku)).toContain('TEA-001')
    expect(await office.shop.knex('restocks').where({ sku: 'TEA-001' })).toMatchObject([{ quantity: 12 }])
    expect(await changesOf('TEA-001')).toMatchObject([
      {
        action: 'created',
        subject: office.staff.subject,
        fields: expect.arrayContaining([{ field: 'price', from: null, to: '42.50 EUR' }]),
      },
    ])
  })

  it('whose answer was lost is created once', async () => {
    const key = randomUUID()
    const twice = await Promise.all([create({ sku: 'TEA-002' }, key), create({ sku: 'TEA-002' }, key)])
    expect(twice.map(({ status }) => status)).toEqual([201, 201])
    expect(await changesOf('TEA-002')).toHaveLength(1)
    expect((await show('TEA-002')).onHand).toBe(12)
  })

  it.each([
    ['a SKU that is taken', { sku: 'KET-001' }, 409, 'sku'],
    ['no such category', { sku: 'TEA-003', category: 'nothing' }, 422, 'category'],
    ['another currency', { sku: 'TEA-003', price: { amount: 1, currency: 'USD' } }, 422, 'price'],
    ['no price', { sku: 'TEA-003', price: { amount: 0, currency: 'EUR' } }, 400, 'price.amount'],
    ['odd tags', { sku: 'TEA-003', tags: ['Tea Time'] }, 400, 'tags.0'],
    ['no name', { sku: 'TEA-003', name: ' ' }, 400, 'name'],
    ['less than nothing', { sku: 'TEA-003', onHand: -1 }, 400, 'onHand'],
  ])('with %s is refused, and the field is named', async (_, changes, status, path) => {
    const answer = await create(changes)
    expect(answer).toMatchObject({ status, body: { errors: [{ path }] } })
    expect((await office.ask('GET', '/products/TEA-003')).status).toBe(404)
  })
})

describe('an edit', () => {
  it('shows in the catalogue with another etag, is found by its new words, and is written down', async () => {
    const before = await fetch(`${office.shop.address}/products/MUG-001`)
    const { description } = await show('MUG-001')
    const { status, body } = await edit('MUG-001', {
      name: 'Thunder Beaker',
      price: { amount: 1999, currency: 'EUR' },
    })
    expect({ status, edition: body.edition }).toEqual({ status: 200, edition: 2 })
    const after = await fetch(`${office.shop.address}/products/MUG-001`, {
      headers: { 'if-none-match': before.headers.get('etag') ?? '', 'cache-control': 'max-age=0' },
    })
    expect(after.status).toBe(200)
    expect(await after.json()).toMatchObject({ name: 'Thunder Beaker', description, price: { amount: 1999 } })
    const found = await office.shop.get<ProductPage>('/products?q=thunder')
    expect(found.products.map(({ sku }) => sku)).toEqual(['MUG-001'])
    expect((await changesOf('MUG-001'))[0]).toMatchObject({
      action: 'edited',
      fields: [
        { field: 'name', to: 'Thunder Beaker' },
        { field: 'price', to: '19.99 EUR' },
      ],
    })
  })

  it('of what somebody else edited meanwhile is refused; the same edit twice is none', async () => {
    const { edition } = await show('LMP-001')
    expect((await edit('LMP-001', { name: 'Lamp of Ada', edition })).status).toBe(200)
    expect(await edit('LMP-001', { name: 'Lamp of Grace', edition })).toMatchObject({
      status: 409,
      body: { code: 'changed-meanwhile' },
    })
    expect((await edit('LMP-001', { name: 'Lamp of Ada', edition })).status).toBe(200)
    expect(await changesOf('LMP-001')).toHaveLength(1)
  })

  it('does not mind that stock moves meanwhile', async () => {
    const { edition } = await show('PEN-001')
    await office.ask('POST', '/products/PEN-001/stock', { kind: 'delivery', quantity: 1 })
    expect((await edit('PEN-001', { name: 'Pencil of Ada', edition })).status).toBe(200)
  })

  it('may move a product to a category that sold nothing', async () => {
    await office.shop.knex('categories').insert({ slug: 'new', name: 'New', description: 'To come.' })
    const { body: all } = await office.ask<{ slug: string }[]>('GET', '/categories')
    expect(all.map(({ slug }) => slug)).toContain('new')
    expect((await edit('FLK-001', { category: 'new' })).status).toBe(200)
    const shown = (await office.shop.get<ListedCategory[]>('/categories')).map(({ slug }) => slug)
    expect(shown).toContain('new')
  })
})

describe('a retired product', () => {
  it('is gone from the catalogue, stays in the back office with its orders, and can come back', async () => {
    const { body } = await office.ask<Said>('PUT', '/products/BIN-001/retirement', { note: 'moulds broke' })
    expect(body).toMatchObject({ available: 0, retiredAt: expect.any(String) })
    expect(await office.shop.get('/products/BIN-001')).toMatchObject({ code: 'no-such-product' })
    const list = async (view: string) =>
      (await office.ask<StaffProductPage>('GET', `/products?pageSize=100&view=${view}`)).body.products.map(
        ({ sku }) => sku,
      )
    expect(await list('retired')).toEqual(['BIN-001'])
    expect(await list('all')).not.toContain('BIN-001')

    await office.ask('PUT', '/products/BIN-001/retirement', {})
    expect((await office.ask<Said>('DELETE', '/products/BIN-001/retirement')).body.retiredAt).toBeUndefined()
    await office.ask('DELETE', '/products/BIN-001/retirement')
    expect((await office.shop.get<Product>('/products/BIN-001')).available).toBeGreaterThan(0)
    expect(await changesOf('BIN-001')).toMatchObject([
      { action: 'resumed' },
      { action: 'retired', note: 'moulds broke' },
    ])
  })
})
