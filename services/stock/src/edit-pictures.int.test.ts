import { type ChangePage, MOST_PICTURES, type StaffProduct } from '@aos/contracts/back-office'
import type { Problem, Product, ProductInFull, ProductPage } from '@aos/contracts/http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBackOffice } from './back-office-harness.ts'

let office: Awaited<ReturnType<typeof openBackOffice>>
beforeAll(async () => {
  office = await openBackOffice()
})
afterAll(() => office.close())

type Said = StaffProduct & Problem
const svg = (fill: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8" fill="${fill}"/></svg>`
const upload = (sku: string, text: string) =>
  office.ask<Said>('POST', `/products/${sku}/pictures`, {
    type: 'image/svg+xml',
    content: Buffer.from(text).toString('base64'),
  })
const setFirst = (sku: string, version: string) =>
  office.ask<Said>('PUT', `/products/${sku}/first-picture`, { version })
const remove = (sku: string, version: string) =>
  office.ask<Said>('DELETE', `/products/${sku}/pictures/${version}`)
const show = async (sku: string) => (await office.ask<StaffProduct>('GET', `/products/${sku}`)).body
const changesOf = async (sku: string) =>
  (await office.ask<ChangePage>('GET', `/changes?sku=${sku}`)).body.changes
const fetchPicture = (address: string, headers = {}) =>
  fetch(office.shop.address.replace('/api/v1', '') + address, { headers })
const textOf = async (address = '') => (await fetchPicture(address)).text()
const newest = ({ pictures }: StaffProduct) => pictures.at(-1)?.version ?? ''

/** With one picture, and of no other test. */
async function aProduct(sku: string): Promise<string> {
  await office.ask('POST', '/products', {
    sku,
    name: 'Second Thoughts Teapot',
    category: 'kitchen',
    description: 'Pours twice.',
    price: { amount: 4250, currency: 'EUR' },
    tags: [],
    onHand: 1,
  })
  expect(await show(sku)).toMatchObject({ pictures: [] })
  return newest((await upload(sku, svg('red'))).body)
}

describe('a picture', () => {
  it('is shown after the others, under an address that may be kept for good', async () => {
    const before = await office.shop.get<ProductInFull>('/products/CUP-001')
    await upload('CUP-001', svg('red'))
    const after = await office.shop.get<ProductInFull>('/products/CUP-001')
    expect(after.pictures.slice(0, -1)).toEqual(before.pictures)
    expect(after.picture).toBe(before.picture)
    const shown = await fetchPicture(after.pictures.at(-1) ?? '')
    expect(await shown.text()).toBe(svg('red'))
    expect(shown.headers.get('content-type')).toBe('image/svg+xml')
    expect(shown.headers.get('cache-control')).toContain('immutable')
  })

  it('that is chosen as the first is shown everywhere, and the others follow as they were', async () => {
    const { body } = await upload('LMP-001', svg('blue'))
    const [chosen, ...others] = body.pictures.toReversed()
    await setFirst('LMP-001', newest(body))
    const { pictures } = await office.shop.get<ProductInFull>('/products/LMP-001')
    expect(pictures).toEqual([chosen, ...others.toReversed()].map((one) => one?.address))
    const { products } = await office.shop.get<ProductPage>('/products?q=LMP-001')
    expect(products.map(({ picture }) => picture)).toContain(pictures[0])
    expect(await textOf('/api/v1/products/LMP-001/picture')).toBe(svg('blue'))
    await setFirst('LMP-001', newest(body))
    expect(await changesOf('LMP-001')).toMatchObject([{ action: 'first-picture' }, { action: 'picture' }])
  })

  it('is asked for anew where its address says nothing of it, and stands for one that is gone', async () => {
    const red = await aProduct('TEA-001')
    const plain = '/api/v1/products/TEA-001/picture'
    const first = await fetchPicture(plain)
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    const headers = { 'if-none-match': first.headers.get('etag') ?? '', 'cache-control': 'max-age=0' }
    expect((await fetchPicture(plain, headers)).status).toBe(304)
    const blue = newest((await upload('TEA-001', svg('blue'))).body)
    await setFirst('TEA-001', blue)
    expect((await fetchPicture(plain, headers)).status).toBe(200)
    await remove('TEA-001', red)
    const gone = await fetchPicture(`${plain}?v=${red}`)
    expect(gone.headers.get('cache-control')).toContain('must-revalidate')
    expect(await gone.text()).toBe(svg('blue'))
  })

  it('is removed, also by two at once; the last one stays', async () => {
    const red = await aProduct('TEA-002')
    const blue = newest((await upload('TEA-002', svg('blue'))).body)
    const answers = await Promise.all([remove('TEA-002', red), remove('TEA-002', red)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(await show('TEA-002')).toMatchObject({ pictures: [{ version: blue }] })
    expect(await remove('TEA-002', blue)).toMatchObject({ status: 409, body: { code: 'last-picture' } })
    expect((await changesOf('TEA-002')).map(({ action }) => action)).toEqual([
      'picture-removed',
      'picture',
      'picture',
      'created',
    ])
    expect(await setFirst('TEA-002', red)).toMatchObject({ status: 404, body: { code: 'no-such-picture' } })
  })

  it('that is the same once more changes nothing; beyond the most it is refused', async () => {
    await aProduct('TEA-003')
    await Promise.all([upload('TEA-003', svg('blue')), upload('TEA-003', svg('blue'))])
    expect((await show('TEA-003')).pictures).toHaveLength(2)
    const more = Array.from({ length: MOST_PICTURES }, (_, i) => upload('TEA-003', svg(`#00000${i}`)))
    const refused = (await Promise.all(more)).filter(({ status }) => status !== 200)
    expect(refused.map(({ body }) => body.code)).toEqual(['too-many-pictures', 'too-many-pictures'])
    expect((await show('TEA-003')).pictures).toHaveLength(MOST_PICTURES)
  })

  it('with a script, of another type or too large is refused, and those before stay', async () => {
    const { pictures } = await show('YOY-001')
    const refused = await upload('YOY-001', svg('red" onload="alert(1)'))
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ path: 'content' }] } })
    const content = Buffer.from(svg('red')).toString('base64')
    for (const body of [
      { type: 'image/png', content },
      { type: 'image/svg+xml', content: 'not base64!' },
      { type: 'image/gif', content },
      { type: 'image/webp', content: 'A'.repeat(240_004) },
    ])
      expect((await office.ask('POST', '/products/YOY-001/pictures', body)).status).toBeOneOf([400, 422])
    expect((await show('YOY-001')).pictures).toEqual(pictures)
    expect(await changesOf('YOY-001')).toEqual([])
  })

  it('of a product that has none is named nowhere', async () => {
    await office.ask('POST', '/products', {
      sku: 'TEA-004',
      name: 'Unseen Teapot',
      category: 'kitchen',
      description: 'Nobody saw it pour.',
      price: { amount: 4250, currency: 'EUR' },
      tags: [],
      onHand: 1,
    })
    const product = await office.shop.get<ProductInFull>('/products/TEA-004')
    expect(product).toMatchObject({ name: 'Unseen Teapot', pictures: [] })
    expect(product).not.toHaveProperty('picture')
    const related = await office.shop.get<Product[]>('/products/KET-001/related')
    expect(related.every(({ picture = '' }) => picture.includes('?v=') || picture === '')).toBe(true)
    expect((await fetchPicture('/api/v1/products/TEA-004/picture')).status).toBe(404)
  })
})
