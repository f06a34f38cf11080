import type { Database } from '@aos/chassis/database'
import { serve } from '@aos/chassis/serve'
import { activeTraceparent } from '@aos/chassis/telemetry'
import type { Actor } from '@aos/contracts/actor'
import { pathTo } from '@aos/contracts/api'
import { CLIENT_ADDRESS_HEADER, CLIENT_AGENT_HEADER } from '@aos/contracts/payment-methods'
import type Router from '@koa/router'
import type { Context } from 'koa'
import type { AdvanceOrder } from './advance-order.ts'
import { type Carts, mergeCart, setCartLine, showCart } from './cart.ts'
import type { OrderedCart } from './empty-carts.ts'
import { listOrders } from './list-orders.ts'
import type { OrderChanges } from './order-changes.ts'
import type { Request } from './place-order.ts'
import { requireOwnerOf } from './require-owner.ts'
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
  serve(router, 'placeOrder', async ({ headers, body, actor, ctx }) => {
    const cart = actor && body.cartEtag ? { owner: actor.subject, etag: body.cartEtag } : undefined
    const id = await placeOrder({
      idempotencyKey: headers['idempotency-key'],
      body,
      cart,
      owner: actor?.subject,
      client: clientOf(ctx),
      traceparent: activeTraceparent(),
    })
    if (cart) await emptyCart({ id, cart })
    const address = addressOf(id)
    ctx.set('location', address.href)
    return address
  })

  serve(router, 'listOrders', ({ actor, query }) => listOrders(database, actor, query))

  serve(router, 'getOrder', ({ params, query, actor }) =>
    showOrder(database, changes, { id: params.id, after: query.after, actor }),
  )

  serve(router, 'cancelOrder', async ({ params, actor }) => {
    await requireOwnerOf(database, params.id, actor)
    await advanceOrder.cancel(params.id)
    return addressOf(params.id)
  })

  serve(router, 'getCart', async ({ actor }) => showCart(carts, await cartOwner(carts, actor)))

  serve(router, 'setCartLine', async ({ params, body, actor }) =>
    setCartLine(carts, await cartOwner(carts, actor), { sku: params.sku, quantity: body.quantity }),
  )
}

function clientOf(ctx: Context): Request['client'] {
  const ipAddress = ctx.get(CLIENT_ADDRESS_HEADER)
  return ipAddress ? { ipAddress, userAgent: ctx.get(CLIENT_AGENT_HEADER) } : undefined
}

/** The caller, whose cart from before signing in comes along first. */
async function cartOwner(carts: Carts, { subject, formerGuest }: Actor): Promise<string> {
  if (formerGuest) await mergeCart(carts, formerGuest, subject)
  return subject
}
