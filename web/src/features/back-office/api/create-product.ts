import type { CreateProduct, StaffProduct } from '@aos/contracts/back-office'
import { officeRequest } from './office-request.ts'

export const createProduct = (product: CreateProduct, key: string): Promise<StaffProduct> =>
  officeRequest('createProduct', { headers: { 'idempotency-key': key }, body: product })
