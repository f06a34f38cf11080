import type { StockChange } from '@aos/contracts/back-office'
import type { Shelf } from './stock.ts'

/** Far from the end of PostgreSQL's integers. */
const MOST = 1_000_000_000

/** How many lie there from now on, or why that cannot be. */
export type Counted = { onHand: number } | { refusedBecause: string }

/** What somebody who stands in front of the shelf says of it. */
export function countShelf({ onHand, reserved }: Shelf, change: StockChange): Counted {
  if (change.kind === 'delivery') {
    const sum = onHand + change.quantity
    return sum > MOST ? { refusedBecause: `a shelf holds at most ${MOST}` } : { onHand: sum }
  }
  if (change.counted < reserved)
    return {
      refusedBecause: `${reserved} of them are held for orders; cancel orders first, until no more are held than there are`,
    }
  return { onHand: change.counted }
}
