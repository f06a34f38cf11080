import { statement, type Transaction } from '@aos/chassis/database'
import type { Shelf } from './stock.ts'

/** In sorted order, as everyone locks shelves, so that nobody waits in a circle. */
const lock = statement(
  'shelves-lock',
  `SELECT sku, name, price, on_hand AS "onHand", reserved, retired_at IS NOT NULL AS "isRetired"
   FROM products
   WHERE sku = ANY($1::text[]) ORDER BY sku FOR UPDATE`,
)

const update = statement(
  'shelves-update',
  `UPDATE products SET on_hand = new.on_hand, reserved = new.reserved
   FROM unnest($1::text[], $2::integer[], $3::integer[]) AS new(sku, on_hand, reserved)
   WHERE products.sku = new.sku`,
)

/** @returns the shelves that exist. */
export async function lockShelves(tx: Transaction, skus: string[]): Promise<Map<string, Shelf>> {
  if (skus.length === 0) return new Map()
  const rows = await tx.run<Shelf>(lock, [skus])
  return new Map(rows.map((row) => [row.sku, row]))
}

/** Of rows that are locked. */
export async function updateShelves(tx: Transaction, shelves: Shelf[]): Promise<void> {
  if (shelves.length === 0) return
  tx.send(update, [
    shelves.map(({ sku }) => sku),
    shelves.map(({ onHand }) => onHand),
    shelves.map(({ reserved }) => reserved),
  ])
}
