import { type Database, statement, type Transaction } from '@aos/chassis/database'
import type { PictureType } from '@aos/contracts/back-office'

export interface StoredPicture {
  type: PictureType
  content: Buffer
  /** Changes with the content. */
  version: string
}

const find = statement(
  'pictures-find',
  `SELECT type, content, products.picture AS version FROM product_pictures JOIN products USING (sku)
   WHERE sku = $1`,
)

export async function findPicture(database: Database, sku: string): Promise<StoredPicture | undefined> {
  const [row] = await database.run<StoredPicture>(find, [sku])
  return row
}

const store = statement(
  'pictures-store',
  `INSERT INTO product_pictures (sku, type, content) VALUES ($1, $2, $3)
   ON CONFLICT (sku) DO UPDATE SET type = EXCLUDED.type, content = EXCLUDED.content`,
)

const setVersion = statement('pictures-version', 'UPDATE products SET picture = $2 WHERE sku = $1')

/** Of a product that is locked. */
export function storePicture(tx: Transaction, sku: string, { type, content, version }: StoredPicture): void {
  tx.send(store, [sku, type, content])
  tx.send(setVersion, [sku, version])
}
