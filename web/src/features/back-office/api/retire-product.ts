import type { StaffProduct } from '@aos/contracts/back-office'
import { request } from '../../../shared/api/request.ts'

export const retireProduct = (sku: string, note: string): Promise<StaffProduct> =>
  request('retireProduct', { params: { sku }, body: note.trim() ? { note } : {} })
