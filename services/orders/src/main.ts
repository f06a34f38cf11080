import { every } from '@aos/chassis/every'
import { KeyedState } from '@aos/chassis/keyed-state'
import { runService } from '@aos/chassis/service'
import { AdvanceOrder } from './advance-order.ts'
import { addBackOfficeRoutes } from './back-office-routes.ts'
import type { Carts } from './cart.ts'
import { config, deadlines } from './config.ts'
import { emptyCart, emptyCarts } from './empty-carts.ts'
import { forgetPersonsOfEndedOrders } from './forget-person.ts'
import { OrderChanges } from './order-changes.ts'
import { placeOrder } from './place-order.ts'
import { routes } from './routes.ts'
import { subscriptions } from './subscriptions.ts'

await runService('orders', config, ({ database, outbox, sidecar, logger, lifecycle, router }) => {
  const changes = new OrderChanges()
  const carts: Carts = new KeyedState(sidecar.client, 'cart', config.CART_TTL_S)
  const advanceOrder = new AdvanceOrder({ database, outbox, logger, changes, deadlines })
  const place = placeOrder(database, outbox, {
    deadlines,
    pricing: config.PRICING,
    mostOpenOrders: config.MOST_OPEN_ORDERS,
  })

  const empty = emptyCart(database, carts, logger)

  routes(router, { database, changes, carts, placeOrder: place, emptyCart: empty, advanceOrder })
  addBackOfficeRoutes(router, database)
  every(500, 'enforcing deadlines', () => advanceOrder.enforceDeadlines(), { lifecycle, logger })
  every(2_000, 'emptying carts', () => emptyCarts(database, empty), { lifecycle, logger })
  every(5_000, 'removing persons', () => forgetPersonsOfEndedOrders(database), { lifecycle, logger })
  return subscriptions(advanceOrder)
})
