import type { Database } from '@aos/chassis/database'
import type { Logger } from '@aos/chassis/logger'
import type { Carts } from './cart.ts'
import { findCartsToEmpty, markCartEmptied } from './orders-table.ts'

/**
 * Empties the carts that were ordered; what fails is left for the next time. Removing names the state
 * of the cart that was ordered, so doing it again takes nothing away that was put into the cart since.
 */
export async function emptyCarts(database: Database, carts: Carts, logger: Logger): Promise<void> {
  for (const { id, cart } of await findCartsToEmpty(database)) {
    try {
      await carts.remove(cart.owner, cart.etag)
      await markCartEmptied(database, id)
    } catch (err) {
      logger.warn({ err, orderId: id }, 'emptying a cart failed, trying again')
    }
  }
}
