import type { Category, ProductQuery } from '@aos/contracts/http'
import type { Knex } from 'knex'
import type { z } from 'zod'

export interface ProductRow {
  sku: string
  name: string
  category: string
  description: string
  price: number
  available: number
}

export const selectCategories = (knex: Knex): Promise<Category[]> =>
  knex('categories').select('slug', 'name', 'description').orderBy('name')

const products = (knex: Knex) =>
  knex('products').select<ProductRow[]>(
    'sku',
    'name',
    'category',
    'description',
    'price',
    knex.raw('on_hand - reserved AS available'),
  )

export async function selectProducts(
  knex: Knex,
  { category, page, pageSize }: z.output<typeof ProductQuery>,
): Promise<{ rows: ProductRow[]; total: number }> {
  const filter = category === undefined ? {} : { category }
  const [rows, counted] = await Promise.all([
    products(knex)
      .where(filter)
      .orderBy(['name', 'sku'])
      .limit(pageSize)
      .offset((page - 1) * pageSize),
    knex('products').where(filter).first<{ total: number }>(knex.raw('count(*)::integer AS total')),
  ])
  return { rows, total: counted.total }
}

export async function selectProduct(knex: Knex, sku: string): Promise<ProductRow | undefined> {
  const [row] = await products(knex).where({ sku })
  return row
}
