import type { Database } from '@aos/chassis/database'
import { AppError } from '@aos/chassis/errors'
import type {
  ChangePage,
  ChangeQuery,
  ProductChange,
  StaffProduct,
  StaffProductPage,
  StaffProductQuery,
} from '@aos/contracts/back-office'
import type { z } from 'zod'
import { type ChangeRow, countChanges, selectChanges } from './changes-table.ts'
import { pictureAddress } from './pictures.ts'
import type { PricedProducts } from './priced-products.ts'
import { type StaffProductRow, selectStaffProduct, selectStaffProducts } from './staff-products-table.ts'

export async function listStaffProducts(
  { database, currency }: PricedProducts,
  { q, view, page, pageSize }: z.output<typeof StaffProductQuery>,
): Promise<StaffProductPage> {
  const { rows, total } = await selectStaffProducts(database, {
    part: q,
    view,
    limit: pageSize,
    offset: (page - 1) * pageSize,
  })
  return { products: rows.map(asStaffProduct(currency)), total, page, pageSize }
}

export async function getStaffProduct(
  { database, currency }: PricedProducts,
  sku: string,
): Promise<StaffProduct> {
  const row = await selectStaffProduct(database, sku)
  if (!row) throw noSuchProduct(sku)
  return asStaffProduct(currency)(row)
}

export async function listChanges(
  database: Database,
  { sku, page, pageSize }: z.output<typeof ChangeQuery>,
): Promise<ChangePage> {
  const [rows, total] = await Promise.all([
    selectChanges(database, sku, { limit: pageSize, offset: (page - 1) * pageSize }),
    countChanges(database, sku),
  ])
  return { changes: rows.map(asChange), total, page, pageSize }
}

export const noSuchProduct = (sku: string) =>
  new AppError('not-found', 'no-such-product', `there is no product ${sku}; check the SKU`)

const asStaffProduct =
  (currency: string) =>
  ({ price, pictures: versions, retiredAt, ...row }: StaffProductRow): StaffProduct => {
    const pictures = versions.map((version) => ({ version, address: pictureAddress(row.sku, version) }))
    return {
      ...row,
      price: { amount: price, currency },
      available: retiredAt ? 0 : row.onHand - row.reserved,
      ...(pictures[0] && { picture: pictures[0].address }),
      pictures,
      ...(retiredAt && { retiredAt: retiredAt.toISOString() }),
    }
  }

const asChange = ({ id, at, note, email, ...row }: ChangeRow): ProductChange => ({
  ...row,
  id: Number(id),
  at: at.toISOString(),
  ...(note !== null && { note }),
  ...(email !== null && { email }),
})
