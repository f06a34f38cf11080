import type { CreateProduct, StaffProduct } from '@aos/contracts/back-office'
import { request } from '../../../shared/api/request.ts'

export const createProduct = (product: CreateProduct, key: string): Promise<StaffProduct> =>
  request('createProduct', { headers: { 'idempotency-key': key }, body: product })
