import type { Database } from '@aos/chassis/database'
import { AppError } from '@aos/chassis/errors'
import type { Actor } from '@aos/contracts/actor'
import type { StockChange } from '@aos/contracts/back-office'
import { noSuchProduct } from './browse-back-office.ts'
import { insertChange } from './changes-table.ts'
import { isRepeated } from './repeated-change.ts'
import { countShelf } from './shelf-changes.ts'
import { lockProduct, setShelf } from './staff-products-table.ts'

interface Request {
  sku: string
  change: StockChange
  actor: Actor
  key: string
}

/** Sets how many lie on a shelf, and writes down who said so, in one transaction; once for each key. */
export async function changeStock(database: Database, { sku, change, actor, key }: Request): Promise<void> {
  await database.transaction(async (tx) => {
    const product = await lockProduct(tx, sku)
    if (!product) throw noSuchProduct(sku)
    if (await isRepeated(tx, { key, sku, action: change.kind })) return
    const counted = countShelf(product, change)
    if ('refusedBecause' in counted)
      throw new AppError('conflict', 'stock-cannot-change', counted.refusedBecause)
    setShelf(tx, product, counted.onHand, change.note ?? change.kind)
    insertChange(tx, {
      sku,
      action: change.kind,
      fields: [{ field: 'onHand', from: product.onHand, to: counted.onHand }],
      note: change.note,
      actor,
      key,
    })
  })
}
