import { type Database, statement, type Transaction } from '@aos/chassis/database'
import type { PictureType } from '@aos/contracts/back-office'

export interface PictureFile {
  /** Changes with the content. */
  version: string
  type: PictureType
  content: Buffer
}

const find = statement(
  'pictures-find',
  `SELECT version, type, content FROM picture_files JOIN products USING (sku)
   WHERE sku = $1 AND version IN ($2, pictures[1]) ORDER BY version = $2 DESC LIMIT 1`,
)

/** @returns the one that is asked for, or else the first. */
export async function findPicture(
  database: Database,
  sku: string,
  asked: string | undefined,
): Promise<PictureFile | undefined> {
  const [row] = await database.run<PictureFile>(find, [sku, asked ?? ''])
  return row
}

const insert = statement(
  'pictures-insert',
  'INSERT INTO picture_files (sku, version, type, content) VALUES ($1, $2, $3, $4)',
)

export const insertPicture = (tx: Transaction, sku: string, { version, type, content }: PictureFile): void =>
  tx.send(insert, [sku, version, type, content])

const remove = statement('pictures-delete', 'DELETE FROM picture_files WHERE sku = $1 AND version = $2')

export const deletePicture = (tx: Transaction, sku: string, version: string): void =>
  tx.send(remove, [sku, version])

const arrange = statement('pictures-arrange', 'UPDATE products SET pictures = $2::text[] WHERE sku = $1')

/** Of a row that is locked. */
export const arrangePictures = (tx: Transaction, sku: string, versions: readonly string[]): void =>
  tx.send(arrange, [sku, versions])
