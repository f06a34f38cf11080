import type { ProductPage, Suggestions } from '@aos/contracts/http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCatalogue } from './catalogue-harness.ts'

let shop: Awaited<ReturnType<typeof openCatalogue>>
beforeAll(async () => {
  shop = await openCatalogue()
})
afterAll(() => shop.close())

const search = (q: string) =>
  shop.get<ProductPage>(`/products?${new URLSearchParams({ q, pageSize: '100' })}`)
const skusOf = ({ products }: ProductPage) => products.map(({ sku }) => sku)
const suggestions = (q: string) => shop.get<Suggestions>(`/suggestions?${new URLSearchParams({ q })}`)

describe('a search', () => {
  it.each([
    ['kettle', 'KET-001'],
    ['KETTLES', 'KET-001'],
    ['mug for tea', 'MUG-001'],
    ['ket-001', 'KET-001'],
    ["six o'clock", 'MOK-001'],
    ['kéttle', 'KET-001'],
    ['binoc', 'BIN-001'],
  ])('for %s finds %s first, as it was meant', async (q, sku) => {
    const page = await search(q)
    expect(skusOf(page)[0]).toBe(sku)
    expect(page.meant).toBeUndefined()
    expect(page.loosened).toBe(false)
  })

  it.each([
    ['ketle', 'kettle', 'KET-001'],
    ['kettel', 'kettle', 'KET-001'],
    ['mgu', 'mug', 'MUG-001'],
    ['scisors', 'scissors', 'SCI-001'],
    ['terarium', 'terrarium', 'TRR-001'],
    ['monsterra', 'monstera', 'MON-001'],
    ['binokulars', 'binoculars', 'BIN-001'],
    ['hammok', 'hammock', 'HMK-001'],
    ['leather walet', 'leather wallet', 'WLT-001'],
  ])('for %s is taken as %s', async (q, meant, sku) => {
    const page = await search(q)
    expect(page.meant).toBe(meant)
    expect(skusOf(page)[0]).toBe(sku)
  })

  it('names rank above descriptions', async () => {
    const [first, ...others] = skusOf(await search('kettle'))
    expect(first).toBe('KET-001')
    expect(others).not.toContain('KET-001')
  })

  it('shows what has some of the words when nothing has all', async () => {
    const page = await search('chess terrarium')
    expect(page.loosened).toBe(true)
    expect(skusOf(page)).toEqual(expect.arrayContaining(['CHS-001', 'TRR-001']))
  })

  it('counts by category, and filters go with it', async () => {
    const steel = await search('steel')
    const counted = steel.categories.reduce((sum, { products }) => sum + products, 0)
    expect(counted).toBe(steel.total)
    const [facet] = steel.categories
    const narrowed = await shop.get<ProductPage>(`/products?q=steel&pageSize=100&category=${facet?.slug}`)
    expect(narrowed.total).toBe(facet?.products)
    expect(narrowed.categories).toEqual(steel.categories)
  })

  it.each(['xyzzyx', '!!!', "'; DROP TABLE products; --", '& | ! <-> :*', '%_\\', '日本語'])(
    'for %s finds nothing or something, and never fails',
    async (q) => {
      expect(await search(q)).toMatchObject({ page: 1, total: expect.any(Number) })
    },
  )

  it('for nonsense finds nothing', async () => {
    expect(await search('xyzzyx qqqqq')).toMatchObject({ products: [], total: 0, categories: [] })
  })

  it('finds a product under its new name and description, and under its category’s', async () => {
    await shop
      .knex('products')
      .where({ sku: 'YOY-001' })
      .update({ name: 'Boomerang', description: 'Returns.' })
    expect(skusOf(await search('boomerang'))).toEqual(['YOY-001'])
    expect((await search('bomerang')).meant).toBe('boomerang')
    expect(skusOf(await search('comeback'))).not.toContain('YOY-001')
    await shop.knex('categories').where({ slug: 'games' }).update({ name: 'Pastimes' })
    expect(skusOf(await search('pastimes'))).toContain('YOY-001')
  })

  it('knows nothing of counts: a reservation writes no text', async () => {
    const versions = () => shop.knex.raw('SELECT sku, xmin::text FROM product_texts ORDER BY sku')
    const before = await versions()
    await shop.knex('products').update({ reserved: shop.knex.raw('on_hand') })
    expect((await versions()).rows).toEqual(before.rows)
    await shop.knex('products').update({ reserved: 0 })
  })
})

describe('suggestions', () => {
  it.each(['ke', 'kett', 'kettel', 'ketl'])('while typing %s name the kettle', async (q) => {
    expect((await suggestions(q)).products.map(({ sku }) => sku)).toContain('KET-001')
  })

  it('are a handful, and categories that begin like it', async () => {
    const { products, categories } = await suggestions('li')
    expect(products.length).toBeGreaterThan(0)
    expect(products.length).toBeLessThanOrEqual(6)
    expect(categories).toEqual([
      { slug: 'lights', name: 'Lights' },
      { slug: 'living', name: 'Living' },
    ])
  })

  it('to nonsense are none', async () => {
    expect(await suggestions('xyzzyx')).toEqual({ products: [], categories: [] })
  })
})
