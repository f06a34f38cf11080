import { serve } from '@aos/chassis/serve'
import type { Resources } from '@aos/chassis/service'
import type { RouterContext } from '@koa/router'
import { Answers } from './answers.ts'
import { getProduct, listCategories, listProducts, listRelated, suggest } from './browse-catalogue.ts'
import { getPicture } from './pictures.ts'
import type { PricedProducts } from './priced-products.ts'

type Parts = Pick<Resources, 'router'> &
  PricedProducts & {
    /** Nobody can tell that a number is half a second old, and the database is spared. */
    freshForMs?: number
  }

/** The same content, whose bytes the gateway compresses for whoever wants that. */
const weak = (version: string): string => `W/"${version}"`

export function addRoutes({ router, database, currency, freshForMs = 500 }: Parts): void {
  const products = { database, currency }
  const answers = new Answers({ freshForMs, atMost: 2_000 })

  /** Who has the answer already gets none of it again; each time they ask whether it is still so. */
  async function answer<Value>(
    ctx: RouterContext,
    about: unknown,
    find: () => Promise<Value>,
  ): Promise<Value> {
    const { value, etag } = await answers.get(`${ctx._matchedRoute} ${JSON.stringify(about)}`, find)
    ctx.etag = weak(etag)
    ctx.set('cache-control', 'public, max-age=0, must-revalidate')
    return value
  }

  serve(router, 'listCategories', ({ ctx }) => answer(ctx, '', () => listCategories(database.knex)))
  serve(router, 'listProducts', ({ query, ctx }) => answer(ctx, query, () => listProducts(products, query)))
  serve(router, 'suggest', ({ query, ctx }) => answer(ctx, query, () => suggest(products, query.q)))
  serve(router, 'getProduct', ({ params, ctx }) =>
    answer(ctx, params, () => getProduct(products, params.sku)),
  )
  serve(router, 'listRelated', ({ params, ctx }) =>
    answer(ctx, params, () => listRelated(products, params.sku)),
  )
  serve(router, 'getPicture', async ({ params, query, ctx }) => {
    const { type, content, version, cacheControl } = await getPicture(database, params.sku, query.v)
    ctx.etag = weak(version)
    ctx.set('cache-control', cacheControl)
    ctx.type = type
    return content
  })
}
