import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createApp } from '@aos/chassis/app'
import { BaseConfig } from '@aos/chassis/config'
import { Database } from '@aos/chassis/database'
import { Lifecycle } from '@aos/chassis/lifecycle'
import { createLogger } from '@aos/chassis/logger'
import type { Category, ProductPage } from '@aos/contracts/http'
import { type TestDatabase, testDatabase } from '@aos/tests/harness/database'
import Router from '@koa/router'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Catalogue, readCatalogue } from './catalogue.ts'
import { addRoutes } from './routes.ts'
import { seed } from './seed.ts'

let stored: TestDatabase
let database: Database
let server: Server
let address: string
let catalogue: Catalogue

beforeAll(async () => {
  stored = await testDatabase('stock')
  database = new Database({ DATABASE_URL: stored.url, DATABASE_CONNECTIONS: 4 })
  catalogue = await readCatalogue()
  await Promise.all([seed(database.knex, catalogue), seed(database.knex, catalogue)])

  const router = new Router()
  addRoutes({ router, database })
  const logger = createLogger('stock', 'error')
  const config = BaseConfig.parse({ PORT: 1, DAPR_HTTP_PORT: 1, APP_API_TOKEN: 'a token of a test' })
  const lifecycle = new Lifecycle(logger)
  const app = createApp(router, {
    config,
    logger,
    lifecycle,
    isReady: async () => true,
    isPublic: () => true,
  })
  server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`
})

afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await database.close()
  await stored.stop()
})

async function get<Body = unknown>(path: string): Promise<Body> {
  return (await (await fetch(address + path)).json()) as Body
}

it('seeding twice, even at once, adds a product and its first stock once', async () => {
  expect(await seed(database.knex, catalogue)).toBe(0)
  const restocked = await database.knex('restocks').sum('quantity as quantity').first()
  const expected = catalogue.products.reduce((sum, { onHand }) => sum + onHand, 0)
  expect(Number(restocked?.quantity)).toBe(expected)
})

it('lists the categories', async () => {
  const slugs = (await get<Category[]>('/categories')).map(({ slug }) => slug)
  expect(slugs.sort()).toEqual(catalogue.categories.map(({ slug }) => slug).sort())
})

it('pages through all products, each once', async () => {
  const seen: string[] = []
  for (let page = 1; seen.length < catalogue.products.length; page++) {
    const { products, total } = await get<ProductPage>(`/products?page=${page}&pageSize=10`)
    expect(total).toBe(catalogue.products.length)
    expect(products.length).toBeGreaterThan(0)
    seen.push(...products.map(({ sku }) => sku))
  }
  expect(new Set(seen).size).toBe(catalogue.products.length)
})

it('filters by category', async () => {
  const [category] = catalogue.categories
  const { products, total } = await get<ProductPage>(`/products?pageSize=100&category=${category?.slug}`)
  expect(total).toBe(catalogue.products.filter((product) => product.category === category?.slug).length)
  for (const product of products) expect(product.category).toBe(category?.slug)
  expect((await get<ProductPage>('/products?category=nothing')).total).toBe(0)
})

it('says how many of a product can be ordered now', async () => {
  const product = catalogue.products.find(({ onHand }) => onHand > 1)
  await database.knex('products').where({ sku: product?.sku }).update({ reserved: 1 })
  expect(await get(`/products/${product?.sku}`)).toEqual({
    sku: product?.sku,
    name: product?.name,
    category: product?.category,
    description: product?.description,
    price: { amount: product?.price, currency: 'EUR' },
    available: (product?.onHand ?? 0) - 1,
    picture: `/api/v1/products/${product?.sku}/picture`,
  })
})

it('names the fault when there is no such product or picture', async () => {
  expect(await get('/products/NIX-999')).toMatchObject({ status: 404, code: 'no-such-product' })
  expect(await get('/products/NIX-999/picture')).toMatchObject({ status: 404, code: 'no-such-picture' })
  expect(await get('/products/..%2F..%2Fpackage')).toMatchObject({ status: 400 })
})

it('sends a picture once to callers that keep it', async () => {
  const url = `${address}/products/${catalogue.products[0]?.sku}/picture`
  const first = await fetch(url)
  expect(first.headers.get('content-type')).toContain('image/svg+xml')
  expect(first.headers.get('cache-control')).toBe('public, max-age=3600')
  expect(await first.text()).toContain('<svg')
  const again = await fetch(url, {
    headers: { 'if-none-match': first.headers.get('etag') ?? '', 'cache-control': 'max-age=0' },
  })
  expect(again.status).toBe(304)
  expect(await again.text()).toBe('')
})
