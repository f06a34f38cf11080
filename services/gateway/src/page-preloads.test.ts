import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { pagePreloads } from './page-preloads.ts'

const root = mkdtempSync(join(tmpdir(), 'aos-preloads-'))
afterAll(() => rmSync(root, { recursive: true }))

writeFileSync(
  join(root, '.preloads.json'),
  JSON.stringify([
    {
      path: '/',
      preloads: [
        { address: '/assets/shop-1.css', as: 'style' },
        { address: '/assets/start-1.js', as: 'script' },
        { address: '/api/v1/cart', as: 'fetch' },
        { address: '/api/v1/categories', as: 'fetch', bare: true },
      ],
    },
    {
      path: '/products/{sku}',
      preloads: [
        { address: '/assets/product-1.js', as: 'script' },
        { address: '/api/v1/products/{sku}', as: 'fetch' },
        { address: '/api/v1/products/{sku}/picture', as: 'image' },
      ],
    },
  ]),
)
const linkOf = pagePreloads(root)

describe('a page', () => {
  it('names its script, its data and its picture, in the order of the build', () => {
    expect(linkOf('/products/KET-001', true)?.split(', ')).toEqual([
      '</assets/product-1.js>; rel=modulepreload; crossorigin',
      '</api/v1/products/KET-001>; rel=preload; as=fetch; crossorigin',
      '</api/v1/products/KET-001/picture>; rel=preload; as=image; fetchpriority=high',
    ])
  })

  it('with a query asks for other data of its own, which is not known here', () => {
    expect(linkOf('/', false)).toBe(
      '</assets/shop-1.css>; rel=preload; as=style; crossorigin, </assets/start-1.js>; rel=modulepreload; crossorigin, </api/v1/cart>; rel=preload; as=fetch; crossorigin',
    )
  })

  it.each(['/products/', '/products/a/b', '/products/%3E;x', '/products/a,b', '/nowhere'])(
    '%s names nothing',
    (path) => expect(linkOf(path, true)).toBeUndefined(),
  )
})

it('a web app that is built while the gateway runs already is served with what that build names', () => {
  const later = mkdtempSync(join(root, 'later-'))
  const linkOfLater = pagePreloads(later)
  expect(linkOfLater('/', true)).toBeUndefined()
  const page = { path: '/', preloads: [{ address: '/assets/start-2.js', as: 'script' }] }
  writeFileSync(join(later, '.preloads.json'), JSON.stringify([page]))
  expect(linkOfLater('/', true)).toBe('</assets/start-2.js>; rel=modulepreload; crossorigin')
})

it('a web app that was built without them is served without them', () => {
  expect(pagePreloads(join(root, 'nowhere'))('/', true)).toBeUndefined()
})
