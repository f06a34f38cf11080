import type { StaffProduct, UploadPicture } from '@aos/contracts/back-office'
import { request } from '../../../shared/api/request.ts'

export const setPicture = (sku: string, picture: UploadPicture): Promise<StaffProduct> =>
  request('setPicture', { params: { sku }, body: picture })
