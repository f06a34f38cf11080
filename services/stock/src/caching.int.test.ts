import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openCatalogue } from './catalogue-harness.ts'

const freshForMs = 100
let shop: Awaited<ReturnType<typeof openCatalogue>>
beforeAll(async () => {
  shop = await openCatalogue({ freshForMs })
})
afterAll(() => shop.close())

/** As a browser asks that keeps an answer: whether it is still so. */
async function ask(path: string, etag = '') {
  const headers: Record<string, string> = {
    'cache-control': 'max-age=0',
    ...(etag && { 'if-none-match': etag }),
  }
  const answer = await fetch(shop.address + path, { headers })
  return {
    status: answer.status,
    etag: answer.headers.get('etag') ?? '',
    cacheControl: answer.headers.get('cache-control'),
    body: await answer.text(),
  }
}

const paths = [
  '/products/KET-001',
  '/products?category=kitchen',
  '/products?q=ketle',
  '/products/MUG-001/related',
  '/suggestions?q=kettle',
]

it.each(paths)('%s comes once to who keeps it', async (path) => {
  const first = await ask(path)
  expect(first).toMatchObject({ status: 200, cacheControl: 'public, max-age=0, must-revalidate' })
  const again = await ask(path, first.etag)
  expect(again).toMatchObject({ status: 304, body: '', etag: first.etag })
  await sleep(freshForMs)
  expect(await ask(path, first.etag)).toMatchObject({ status: 304 })
})

it.each([
  ['price', { price: 8100 }, paths],
  ['stock', { reserved: 80 }, paths.filter((path) => !path.startsWith('/suggestions'))],
])('a change of the %s shows within a moment, wherever the product is', async (_, change, concerned) => {
  const before = await Promise.all(concerned.map((path) => ask(path)))
  await shop.knex('products').where({ sku: 'KET-001' }).update(change)
  await sleep(freshForMs)
  for (const [i, path] of concerned.entries()) {
    const after = await ask(path, before[i]?.etag)
    expect(after.status, path).toBe(200)
    expect(after.etag).not.toBe(before[i]?.etag)
  }
})

it('a change of something else leaves an answer as it was', async () => {
  const { etag } = await ask('/products?category=games')
  await shop.knex('products').where({ sku: 'KET-001' }).update({ price: 8200 })
  await sleep(freshForMs)
  expect(await ask('/products?category=games', etag)).toMatchObject({ status: 304 })
})

it('one who asks with a stale etag gets the answer', async () => {
  expect(await ask('/products/KET-001', '"of-yesterday"')).toMatchObject({ status: 200 })
})
