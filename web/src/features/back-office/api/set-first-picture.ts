import type { StaffProduct } from '@aos/contracts/back-office'
import { officeRequest } from './office-request.ts'

export const setFirstPicture = (sku: string, version: string): Promise<StaffProduct> =>
  officeRequest('setFirstPicture', { params: { sku }, body: { version } })
