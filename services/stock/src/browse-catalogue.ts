import { AppError } from '@aos/chassis/errors'
import { pathTo } from '@aos/contracts/addresses'
import type { Category, Product, ProductPage, ProductQuery } from '@aos/contracts/http'
import type { Knex } from 'knex'
import type { z } from 'zod'
import { type ProductRow, selectCategories, selectProduct, selectProducts } from './products-table.ts'
import { currency } from './stock.ts'

export const listCategories = (knex: Knex): Promise<Category[]> => selectCategories(knex)

export async function listProducts(knex: Knex, query: z.output<typeof ProductQuery>): Promise<ProductPage> {
  const { rows, total } = await selectProducts(knex, query)
  return { products: rows.map(asProduct), total, page: query.page, pageSize: query.pageSize }
}

export async function getProduct(knex: Knex, sku: string): Promise<Product> {
  const row = await selectProduct(knex, sku)
  if (!row)
    throw new AppError(
      'not-found',
      'no-such-product',
      `there is no product ${sku}; the catalogue is at ${pathTo('listProducts')}`,
    )
  return asProduct(row)
}

const asProduct = ({ price, ...row }: ProductRow): Product => ({
  ...row,
  price: { amount: price, currency },
  picture: pathTo('getPicture', { sku: row.sku }),
})
