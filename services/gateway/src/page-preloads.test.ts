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
      styles: ['/assets/shop-1.css'],
      scripts: ['/assets/start-1.js'],
      data: ['/api/v1/categories'],
      pictures: [],
    },
    {
      path: '/products/{sku}',
      styles: ['/assets/shop-1.css'],
      scripts: ['/assets/product-1.js'],
      data: ['/api/v1/products/{sku}'],
      pictures: ['/api/v1/products/{sku}/picture'],
    },
  ]),
)
const linkOf = pagePreloads(root)

describe('a page', () => {
  it('names its style, its script, its data and its picture', () => {
    expect(linkOf('/products/KET-001', true)?.split(', ')).toEqual([
      '</assets/shop-1.css>; rel=preload; as=style; crossorigin',
      '</assets/product-1.js>; rel=modulepreload; crossorigin',
      '</api/v1/products/KET-001>; rel=preload; as=fetch; crossorigin',
      '</api/v1/products/KET-001/picture>; rel=preload; as=image; fetchpriority=high',
    ])
  })

  it('with a query asks for other data, which is not known here', () => {
    expect(linkOf('/', false)).toBe(
      '</assets/shop-1.css>; rel=preload; as=style; crossorigin, </assets/start-1.js>; rel=modulepreload; crossorigin',
    )
  })

  it.each(['/products/', '/products/a/b', '/products/%3E;x', '/products/a,b', '/nowhere'])(
    '%s names nothing',
    (path) => expect(linkOf(path, true)).toBeUndefined(),
  )
})

it('a web app that was built without them is served without them', () => {
  expect(pagePreloads(join(root, 'nowhere'))('/', true)).toBeUndefined()
})
