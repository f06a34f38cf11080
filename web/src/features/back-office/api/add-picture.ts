import type { StaffProduct, UploadPicture } from '@aos/contracts/back-office'
import { officeRequest } from './office-request.ts'

export const addPicture = (sku: string, picture: UploadPicture): Promise<StaffProduct> =>
  officeRequest('addPicture', { params: { sku }, body: picture })
