import type { Database } from '@aos/chassis/database'
import { AppError } from '@aos/chassis/errors'
import { serve } from '@aos/chassis/serve'
import { activeTraceparent } from '@aos/chassis/telemetry'
import { pathTo } from '@aos/contracts/api'
import { ACTOR_HEADER } from '@aos/contracts/http'
import type Router from '@koa/router'
import type { RouterContext } from '@koa/router'
import type { AdvanceOrder } from './advance-order.ts'
import { type Carts, setCartLine, showCart } from './cart.ts'
import type { OrderedCart } from './empty-carts.ts'
import type { OrderChanges } from './order-changes.ts'
import type { Request } from './place-order.ts'
import { showOrder } from './show-order.ts'

interface Parts {
  database: Database
  changes: OrderChanges
  carts: Carts
  placeOrder: (request: Request) => Promise<string>
  emptyCart: (one: OrderedCart) => Promise<void>
  advanceOrder: AdvanceOrder
}

const addressOf = (id: string) => ({ id, href: pathTo('getOrder', { id }) })

export function routes(
  router: Router,
  { database, changes, carts, placeOrder, emptyCart, advanceOrder }: Parts,
): void {
  serve(router, 'placeOrder', async ({ headers, body, ctx }) => {
    const cart = body.cartEtag === undefined ? undefined : { owner: actorOf(ctx), etag: body.cartEtag }
    const id = await placeOrder({
      idempotencyKey: headers['idempotency-key'],
      body,
      cart,
      traceparent: activeTraceparent(),
    })
    if (cart) await emptyCart({ id, cart })
    const address = addressOf(id)
    ctx.set('location', address.href)
    return address
  })

  serve(router, 'getOrder', ({ params, query }) =>
    showOrder(database, changes, { id: params.id, after: query.after }),
  )

  serve(router, 'cancelOrder', async ({ params }) => {
    await advanceOrder.cancel(params.id)
    return addressOf(params.id)
  })

  serve(router, 'getCart', ({ ctx }) => showCart(carts, actorOf(ctx)))

  serve(router, 'setCartLine', ({ params, body, ctx }) =>
    setCartLine(carts, actorOf(ctx), { sku: params.sku, quantity: body.quantity }),
  )
}

/** Whoever the gateway says is calling. */
function actorOf(ctx: RouterContext): string {
  const actor = ctx.get(ACTOR_HEADER)
  if (!/^[\w:-]{1,100}$/.test(actor)) throw new AppError('invalid', 'no-actor', `${ACTOR_HEADER} is missing`)
  return actor
}
