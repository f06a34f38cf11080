import type { StaffProduct } from '@aos/contracts/back-office'
import { officeRequest } from './office-request.ts'

export const resumeProduct = (sku: string): Promise<StaffProduct> =>
  officeRequest('resumeProduct', { params: { sku } })
