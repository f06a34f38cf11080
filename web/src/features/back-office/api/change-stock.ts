import type { StaffProduct, StockChange } from '@aos/contracts/back-office'
import { request } from '../../../shared/api/request.ts'

export const changeStock = (sku: string, change: StockChange, key: string): Promise<StaffProduct> =>
  request('changeStock', { params: { sku }, headers: { 'idempotency-key': key }, body: change })
