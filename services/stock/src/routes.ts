import { serve } from '@aos/chassis/serve'
import type { Resources } from '@aos/chassis/service'
import { getProduct, listCategories, listProducts } from './browse-catalogue.ts'
import { getPicture } from './pictures.ts'

export function addRoutes({ router, database: { knex } }: Pick<Resources, 'router' | 'database'>): void {
  serve(router, 'listCategories', () => listCategories(knex))
  serve(router, 'listProducts', ({ query }) => listProducts(knex, query))
  serve(router, 'getProduct', ({ params }) => getProduct(knex, params.sku))
  serve(router, 'getPicture', async ({ params, ctx }) => {
    const { svg, etag } = await getPicture(params.sku)
    ctx.etag = etag
    ctx.set('cache-control', 'public, max-age=3600')
    return svg
  })
}
