import type { Database } from '@aos/chassis/database'
import { serve } from '@aos/chassis/serve'
import type Router from '@koa/router'
import { getOrderRecord, searchOrders } from './search-orders.ts'

/** For staff alone. */
export function addBackOfficeRoutes(router: Router, database: Database): void {
  serve(router, 'searchOrders', ({ query }) => searchOrders(database, query))
  serve(router, 'getOrderRecord', ({ params }) => getOrderRecord(database, params.id))
}
