import type { PagePreloads } from '@aos/contracts/page-preloads'
import { expect, it } from 'vitest'
import { pagesForNginx } from './pages-for-nginx.ts'

const product: PagePreloads = {
  path: '/products/{sku}',
  preloads: [
    { address: '/assets/shop.css', as: 'style' },
    { address: '/assets/product.js', as: 'script' },
    { address: '/api/v1/products/{sku}', as: 'fetch', bare: true },
    { address: '/api/v1/products/{sku}/picture', as: 'image' },
  ],
}

it('a page names what it needs; with a query in its address all but its own data', () => {
  expect(pagesForNginx([product])).toBe(`map $request_uri $page_link {
    default "";
    "~^/products/(?<sku>[\\w-]{1,64})$" "</assets/shop.css>; rel=preload; as=style; crossorigin, </assets/product.js>; rel=modulepreload; crossorigin, </api/v1/products/$sku>; rel=preload; as=fetch; crossorigin, </api/v1/products/$sku/picture>; rel=preload; as=image; fetchpriority=high";
    "~^/products/(?<sku>[\\w-]{1,64})\\?" "</assets/shop.css>; rel=preload; as=style; crossorigin, </assets/product.js>; rel=modulepreload; crossorigin, </api/v1/products/$sku/picture>; rel=preload; as=image; fetchpriority=high";
}
`)
})
