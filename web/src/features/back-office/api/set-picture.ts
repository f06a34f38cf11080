import type { StaffProduct, UploadPicture } from '@aos/contracts/back-office'
import { officeRequest } from './office-request.ts'

export const setPicture = (sku: string, picture: UploadPicture): Promise<StaffProduct> =>
  officeRequest('setPicture', { params: { sku }, body: picture })
