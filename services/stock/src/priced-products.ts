import type { Database } from '@aos/chassis/database'

/** Where the products are, and what their prices are in: an order has one total. */
export interface PricedProducts {
  database: Database
  currency: string
}
