import type { Database } from '@aos/chassis/database'
import type { Actor } from '@aos/contracts/actor'
import { noSuchProduct } from './browse-back-office.ts'
import { insertChange } from './changes-table.ts'
import { lockProduct, setRetired } from './staff-products-table.ts'

interface Request {
  sku: string
  /** False: to be sold again. */
  isRetired: boolean
  note: string | undefined
  actor: Actor
}

/** Takes a product out of the catalogue, or brings it back; what is so already stays so, without a word. */
export async function retireProduct(
  database: Database,
  { sku, isRetired, note, actor }: Request,
): Promise<void> {
  await database.transaction(async (tx) => {
    const product = await lockProduct(tx, sku)
    if (!product) throw noSuchProduct(sku)
    if ((product.retiredAt !== null) === isRetired) return
    setRetired(tx, sku, isRetired)
    insertChange(tx, {
      sku,
      action: isRetired ? 'retired' : 'resumed',
      fields: [],
      note,
      actor,
      key: undefined,
    })
  })
}
