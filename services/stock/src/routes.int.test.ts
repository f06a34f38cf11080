import type { ListedCategory, Product, ProductInFull, ProductPage } from '@aos/contracts/http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openCatalogue } from './catalogue-harness.ts'
import { seed } from './seed.ts'

let shop: Awaited<ReturnType<typeof openCatalogue>>
beforeAll(async () => {
  shop = await openCatalogue()
})
afterAll(() => shop.close())

const get = <Body = unknown>(path: string) => shop.get<Body>(path)

it('seeding twice, even at once, adds a product and its first stock once', async () => {
  expect(await seed(shop.knex, shop.catalogue)).toBe(0)
  const restocked = await shop.knex('restocks').sum('quantity as quantity').first()
  const expected = shop.catalogue.products.reduce((sum, { onHand }) => sum + onHand, 0)
  expect(Number(restocked?.quantity)).toBe(expected)
})

it('products have the pictures of the catalogue, in order', async () => {
  for (const { sku } of shop.catalogue.products.slice(0, 5)) {
    const { picture, pictures } = await get<ProductInFull>(`/products/${sku}`)
    expect(pictures.length).toBeGreaterThan(2)
    expect(picture).toBe(pictures[0])
    const shown = await Promise.all(
      pictures.map(async (address) => (await fetch(shop.address.replace('/api/v1', '') + address)).text()),
    )
    const own = shop.catalogue.pictures.filter((one) => one.sku === sku)
    expect(shown).toEqual(own.toSorted((a, b) => a.place - b.place).map(({ content }) => content))
  }
})

it('lists the categories that have products, with how many', async () => {
  await shop.knex('categories').insert({ slug: 'empty', name: 'Empty', description: 'Nothing.' })
  const listed = await get<ListedCategory[]>('/categories')
  expect(listed.map(({ name }) => name)).toEqual(shop.catalogue.categories.map(({ name }) => name).sort())
  for (const { slug, products, picture } of listed) {
    const own = shop.catalogue.products.filter(({ category }) => category === slug)
    expect(products).toBe(own.length)
    expect(own.map(({ sku }) => `/api/v1/products/${sku}/picture`)).toContain(picture?.split('?')[0])
  }
})

it('pages through all products, each once', async () => {
  const seen: string[] = []
  for (let page = 1; seen.length < shop.catalogue.products.length; page++) {
    const { products, total } = await get<ProductPage>(`/products?page=${page}&pageSize=10`)
    expect(total).toBe(shop.catalogue.products.length)
    expect(products.length).toBeGreaterThan(0)
    seen.push(...products.map(({ sku }) => sku))
  }
  expect(new Set(seen).size).toBe(shop.catalogue.products.length)
})

it('filters by category', async () => {
  const [category] = shop.catalogue.categories
  const { products, total } = await get<ProductPage>(`/products?pageSize=100&category=${category?.slug}`)
  expect(total).toBe(shop.catalogue.products.filter((product) => product.category === category?.slug).length)
  for (const product of products) expect(product.category).toBe(category?.slug)
  expect((await get<ProductPage>('/products?category=nothing')).total).toBe(0)
})

it('says how many of a product can be ordered now', async () => {
  const product = shop.catalogue.products.find(({ onHand }) => onHand > 1)
  await shop.knex('products').where({ sku: product?.sku }).update({ reserved: 1 })
  expect(await get(`/products/${product?.sku}`)).toEqual({
    sku: product?.sku,
    name: product?.name,
    category: product?.category,
    description: product?.description,
    price: { amount: product?.price, currency: 'EUR' },
    available: (product?.onHand ?? 0) - 1,
    picture: expect.stringContaining(`/api/v1/products/${product?.sku}/picture?v=`),
    pictures: expect.any(Array),
  })
})

it('names the fault when there is no such product or picture', async () => {
  expect(await get('/products/NIX-999')).toMatchObject({ status: 404, code: 'no-such-product' })
  expect(await get('/products/NIX-999/picture')).toMatchObject({ status: 404, code: 'no-such-picture' })
  expect(await get('/products/..%2F..%2Fpackage')).toMatchObject({ status: 400 })
})

it('sends a picture once to callers that keep it', async () => {
  const url = `${shop.address}/products/${shop.catalogue.products[0]?.sku}/picture`
  const first = await fetch(url)
  expect(first.headers.get('content-type')).toContain('image/svg+xml')
  expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
  expect(await first.text()).toContain('<svg')
  const again = await fetch(url, {
    headers: { 'if-none-match': first.headers.get('etag') ?? '', 'cache-control': 'max-age=0' },
  })
  expect(again.status).toBe(304)
  expect(await again.text()).toBe('')
})

it('lists by price, cheapest or dearest first', async () => {
  const amounts = async (sort: string) =>
    (await get<ProductPage>(`/products?sort=${sort}&pageSize=100`)).products.map(({ price }) => price.amount)
  const prices = shop.catalogue.products.map(({ price }) => price).sort((a, b) => a - b)
  expect(await amounts('cheapest')).toEqual(prices)
  expect(await amounts('dearest')).toEqual(prices.toReversed())
})

it('lists what came last first', async () => {
  await shop
    .knex('products')
    .where({ sku: 'TOT-001' })
    .update({ added_at: new Date(Date.now() + 1000) })
  const { products } = await get<ProductPage>('/products?sort=newest&pageSize=1')
  expect(products.map(({ sku }) => sku)).toEqual(['TOT-001'])
})

it('filters by price and stock, and says how much there is otherwise', async () => {
  const page = await get<ProductPage>(
    '/products?priceMin=19.99&priceMax=50&inStock=true&category=games&pageSize=100',
  )
  const fits = shop.catalogue.products.filter(
    ({ price, onHand }) => price >= 1999 && price <= 5000 && onHand > 0,
  )
  const games = fits.filter(({ category }) => category === 'games')
  expect(page.products.map(({ sku }) => sku).sort()).toEqual(games.map(({ sku }) => sku).sort())
  expect(page.total).toBe(games.length)
  const counts = Object.fromEntries(page.categories.map(({ slug, products }) => [slug, products]))
  expect(counts).toEqual(
    Object.fromEntries(
      Object.entries(Object.groupBy(fits, ({ category }) => category)).map(([slug, some]) => [
        slug,
        some?.length,
      ]),
    ),
  )
  const gamesPrices = shop.catalogue.products
    .filter(({ category, onHand }) => category === 'games' && onHand > 0)
    .map(({ price }) => price)
  expect(page.prices).toEqual({
    lowest: { amount: Math.min(...gamesPrices), currency: 'EUR' },
    highest: { amount: Math.max(...gamesPrices), currency: 'EUR' },
  })
})

it('relates products by what they have in common, and those that can be bought come first', async () => {
  const related = await get<Product[]>('/products/TNT-001/related')
  expect(related).toHaveLength(4)
  expect(related.map(({ sku }) => sku)).toContain('HMK-001')
  expect(related.map(({ sku }) => sku)).not.toContain('TNT-001')
  await shop.knex('products').where({ sku: 'HMK-001' }).update({ on_hand: 0 })
  expect((await get<Product[]>('/products/TNT-001/related')).map(({ sku }) => sku)).not.toContain('HMK-001')
  expect(await get('/products/NIX-999/related')).toMatchObject({ status: 404 })
})

it('shows nowhere what is retired', async () => {
  await shop.knex('products').where({ sku: 'SUT-001' }).update({ retired_at: new Date() })
  expect(await get('/products/SUT-001')).toMatchObject({ status: 404, code: 'no-such-product' })
  for (const query of ['category=bags', 'q=suitcase', 'q=SUT-001'])
    expect(
      (await get<ProductPage>(`/products?pageSize=100&${query}`)).products.map(({ sku }) => sku),
    ).not.toContain('SUT-001')
})

it.each([
  'priceMin=-1',
  'priceMax=20000001',
  'sort=colour',
  'inStock=maybe',
  'q=%00',
  'category=%00',
  'page=0',
])('refuses %s', async (query) => {
  expect(await get(`/products?${query}`)).toMatchObject({ status: 400, code: 'invalid-query' })
})
