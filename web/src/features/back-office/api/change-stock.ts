import type { StaffProduct, StockChange } from '@aos/contracts/back-office'
import { officeRequest } from './office-request.ts'

export const changeStock = (sku: string, change: StockChange, key: string): Promise<StaffProduct> =>
  officeRequest('changeStock', { params: { sku }, headers: { 'idempotency-key': key }, body: change })
