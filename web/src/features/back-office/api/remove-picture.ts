import type { StaffProduct } from '@aos/contracts/back-office'
import { officeRequest } from './office-request.ts'

export const removePicture = (sku: string, version: string): Promise<StaffProduct> =>
  officeRequest('removePicture', { params: { sku, version } })
