import { expect, it } from 'vitest'
import { pagesForNginx } from './pages-for-nginx.ts'

const product = {
  path: '/products/{sku}',
  styles: ['/assets/shop.css'],
  scripts: ['/assets/product.js'],
  data: ['/api/v1/products/{sku}'],
  pictures: ['/api/v1/products/{sku}/picture'],
}

it('a page names what it needs; with a query in its address all but the data', () => {
  expect(pagesForNginx([product])).toBe(`map $request_uri $page_link {
    default "";
    "~^/products/(?<sku>[\\w-]{1,64})$" "</assets/shop.css>; rel=preload; as=style; crossorigin, </assets/product.js>; rel=modulepreload; crossorigin, </api/v1/products/$sku>; rel=preload; as=fetch; crossorigin, </api/v1/products/$sku/picture>; rel=preload; as=image; fetchpriority=high";
    "~^/products/(?<sku>[\\w-]{1,64})\\?" "</assets/shop.css>; rel=preload; as=style; crossorigin, </assets/product.js>; rel=modulepreload; crossorigin, </api/v1/products/$sku/picture>; rel=preload; as=image; fetchpriority=high";
}
`)
})
