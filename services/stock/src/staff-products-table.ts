import { type Database, statement, type Transaction } from '@aos/chassis/database'
import type { productViews } from '@aos/contracts/back-office'
import type { Category } from '@aos/contracts/http'
import type { Edited } from './product-edits.ts'

export interface StaffProductRow {
  sku: string
  name: string
  category: string
  description: string
  price: number
  tags: string[]
  onHand: number
  reserved: number
  edition: number
  /** Versions, in order. */
  pictures: string[]
  retiredAt: Date | null
}

const COLUMNS = `sku, name, category, description, price, tags, on_hand AS "onHand", reserved, edition, pictures,
  retired_at AS "retiredAt"`

const find = statement('staff-products-find', `SELECT ${COLUMNS} FROM products WHERE sku = $1`)

export async function selectStaffProduct(
  database: Database,
  sku: string,
): Promise<StaffProductRow | undefined> {
  const [row] = await database.run<StaffProductRow>(find, [sku])
  return row
}

const lock = statement('staff-products-lock', `SELECT ${COLUMNS} FROM products WHERE sku = $1 FOR UPDATE`)

export async function lockProduct(tx: Transaction, sku: string): Promise<StaffProductRow | undefined> {
  const [row] = await tx.run<StaffProductRow>(lock, [sku])
  return row
}

type View = (typeof productViews)[number]

export interface StaffWanted {
  /** Part of a name or of a SKU. */
  part: string | undefined
  view: View
  limit: number
  offset: number
}

/** Fewer than this can be ordered: time to think of a delivery. */
const FEW = 10

const conditions: Record<View, string> = {
  all: 'retired_at IS NULL',
  low: `retired_at IS NULL AND on_hand - reserved < ${FEW}`,
  retired: 'retired_at IS NOT NULL',
}

const FITS = `($1::text IS NULL OR unaccent(name) ILIKE unaccent($1) OR sku ILIKE $1)`

const pages = {
  all: page('all', 'name, sku'),
  low: page('low', 'on_hand - reserved, name, sku'),
  retired: page('retired', 'retired_at DESC, sku'),
}

function page(view: View, order: string) {
  return {
    rows: statement(
      `staff-products-${view}`,
      `SELECT ${COLUMNS} FROM products WHERE ${conditions[view]} AND ${FITS} ORDER BY ${order} LIMIT $2 OFFSET $3`,
    ),
    count: statement(
      `staff-products-${view}-count`,
      `SELECT count(*)::int AS count FROM products WHERE ${conditions[view]} AND ${FITS}`,
    ),
  }
}

export async function selectStaffProducts(
  database: Database,
  { part, view, limit, offset }: StaffWanted,
): Promise<{ rows: StaffProductRow[]; total: number }> {
  const pattern = part === undefined ? null : `%${part.replaceAll(/[\\%_]/g, '\\$&')}%`
  const [rows, [counted]] = await Promise.all([
    database.run<StaffProductRow>(pages[view].rows, [pattern, limit, offset]),
    database.run<{ count: number }>(pages[view].count, [pattern]),
  ])
  return { rows, total: counted?.count ?? 0 }
}

const setOnHand = statement('staff-products-on-hand', 'UPDATE products SET on_hand = $2 WHERE sku = $1')

const book = statement(
  'staff-products-restock',
  'INSERT INTO restocks (sku, quantity, reason) VALUES ($1, $2, $3)',
)

/** Of a row that is locked; what came or went is booked, too. */
export function setShelf(
  tx: Transaction,
  { sku, onHand }: StaffProductRow,
  counted: number,
  reason: string,
): void {
  if (counted === onHand) return
  tx.send(setOnHand, [sku, counted])
  restock(tx, sku, counted - onHand, reason)
}

/** Fewer than none: what went without having been sold. */
export const restock = (tx: Transaction, sku: string, quantity: number, reason: string): void =>
  tx.send(book, [sku, quantity, reason])

const insert = statement(
  'staff-products-insert',
  `INSERT INTO products (sku, name, category, description, price, tags, on_hand)
   VALUES ($1, $2, $3, $4, $5, $6::text[], $7) ON CONFLICT DO NOTHING RETURNING sku`,
)

/** @returns false where the SKU is taken. */
export async function insertProduct(
  tx: Transaction,
  { sku, name, category, description, price, tags, onHand }: Edited & { sku: string; onHand: number },
): Promise<boolean> {
  return (await tx.run(insert, [sku, name, category, description, price, tags, onHand])).length > 0
}

const update = statement(
  'staff-products-update',
  `UPDATE products SET name = $2, category = $3, description = $4, price = $5, tags = $6::text[],
     edition = edition + 1
   WHERE sku = $1`,
)

/** Of a row that is locked. */
export const updateProduct = (
  tx: Transaction,
  { sku, name, category, description, price, tags }: Edited & { sku: string },
): void => tx.send(update, [sku, name, category, description, price, tags])

const retire = statement(
  'staff-products-retire',
  'UPDATE products SET retired_at = CASE WHEN $2 THEN now() END WHERE sku = $1',
)

/** Of a row that is locked. */
export const setRetired = (tx: Transaction, sku: string, isRetired: boolean): void =>
  tx.send(retire, [sku, isRetired])

const hasCategory = statement('categories-has', 'SELECT FROM categories WHERE slug = $1')

export const categoryExists = async (tx: Transaction, slug: string): Promise<boolean> =>
  (await tx.run(hasCategory, [slug])).length > 0

const categories = statement('categories-all', 'SELECT slug, name, description FROM categories ORDER BY name')

export const selectAllCategories = (database: Database): Promise<Category[]> => database.run(categories)
