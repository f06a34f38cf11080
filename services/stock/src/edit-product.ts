import type { Transaction } from '@aos/chassis/database'
import { AppError } from '@aos/chassis/errors'
import type { Actor } from '@aos/contracts/actor'
import type { ChangeProduct, CreateProduct } from '@aos/contracts/back-office'
import { noSuchProduct } from './browse-back-office.ts'
import { insertChange } from './changes-table.ts'
import type { PricedProducts } from './priced-products.ts'
import { differences, type Edited, priceText } from './product-edits.ts'
import { isRepeated } from './repeated-change.ts'
import {
  categoryExists,
  insertProduct,
  lockProduct,
  restock,
  type StaffProductRow,
  updateProduct,
} from './staff-products-table.ts'

interface Creation {
  product: CreateProduct
  actor: Actor
  key: string
}

/** Adds a product, its first stock and who did it in one transaction; once for each key. */
export async function createProduct(
  { database, currency }: PricedProducts,
  { product, actor, key }: Creation,
): Promise<void> {
  const { sku, onHand } = product
  const edited = editedOf(product, currency)
  await database.transaction(async (tx) => {
    await requireCategory(tx, edited.category)
    if (!(await insertProduct(tx, { ...edited, sku, onHand }))) {
      if (await isRepeated(tx, { key, sku, action: 'created' })) return
      throw fault('conflict', 'sku-taken', 'sku', `another product has the SKU ${sku}; it may be retired`)
    }
    if (onHand > 0) restock(tx, sku, onHand, 'first stock')
    const { name, category, price } = edited
    const told = { name, category, price: priceText(price, currency), onHand }
    const fields = Object.entries(told).map(([field, to]) => ({ field, from: null, to }))
    insertChange(tx, { sku, action: 'created', fields, note: undefined, actor, key })
  })
}

interface Edit {
  sku: string
  product: ChangeProduct
  actor: Actor
}

/** Changes a product, unless it is no longer the one that was edited. The same once more changes nothing. */
export async function changeProduct(
  { database, currency }: PricedProducts,
  { sku, product, actor }: Edit,
): Promise<void> {
  const edited = editedOf(product, currency)
  await database.transaction(async (tx) => {
    const before = await lockProduct(tx, sku)
    if (!before) throw noSuchProduct(sku)
    const fields = differences(before, edited, currency)
    if (fields.length === 0) return
    requireEdition(before, product.edition)
    if (edited.category !== before.category) await requireCategory(tx, edited.category)
    updateProduct(tx, { ...edited, sku })
    insertChange(tx, { sku, action: 'edited', fields, note: undefined, actor, key: undefined })
  })
}

function editedOf(
  { name, category, description, price, tags }: CreateProduct | ChangeProduct,
  currency: string,
): Edited {
  if (price.currency !== currency)
    throw fault('unprocessable', 'other-currency', 'price', `prices of this store are in ${currency}`)
  return { name, category, description, price: price.amount, tags: [...new Set(tags)] }
}

async function requireCategory(tx: Transaction, slug: string): Promise<void> {
  if (!(await categoryExists(tx, slug)))
    throw fault('unprocessable', 'no-category', 'category', `there is no category ${slug}`)
}

function requireEdition({ edition }: StaffProductRow, edited: number): void {
  if (edition === edited) return
  throw new AppError(
    'conflict',
    'changed-meanwhile',
    'somebody else changed this product in the meantime; look at it anew and change it then',
  )
}

/** About one field of the form. */
const fault = (kind: 'conflict' | 'unprocessable', code: string, path: string, message: string) =>
  new AppError(kind, code, message, { errors: [{ path, message }] })
