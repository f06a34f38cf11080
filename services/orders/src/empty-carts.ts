import type { Database } from '@aos/chassis/database'
import type { Logger } from '@aos/chassis/logger'
import type { Carts } from './cart.ts'
import { type CartToEmpty, findCartsToEmpty, markCartEmptied } from './orders-table.ts'

/** The cart that an order was placed with. */
export interface OrderedCart {
  id: string
  cart: CartToEmpty
}

/**
 * Empties a cart that was ordered; what fails is left for `emptyCarts`. Removing names the state of the
 * cart that was ordered, so doing it again takes nothing away that was put into the cart since.
 */
export const emptyCart =
  (database: Database, carts: Carts, logger: Logger) =>
  async ({ id, cart }: OrderedCart): Promise<void> => {
    try {
      await carts.remove(cart.owner, cart.etag)
      await markCartEmptied(database, id)
    } catch (err) {
      logger.warn({ err, orderId: id }, 'emptying a cart failed, trying again')
    }
  }

/** Empties the carts that were left over. */
export async function emptyCarts(
  database: Database,
  empty: (one: OrderedCart) => Promise<void>,
): Promise<void> {
  for (const one of await findCartsToEmpty(database)) await empty(one)
}
