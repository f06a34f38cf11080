import type { StaffProduct } from '@aos/contracts/back-office'
import { officeRequest } from './office-request.ts'

export const retireProduct = (sku: string, note: string): Promise<StaffProduct> =>
  officeRequest('retireProduct', { params: { sku }, body: note.trim() ? { note } : {} })
