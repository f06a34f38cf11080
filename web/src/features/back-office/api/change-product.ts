import type { ChangeProduct, StaffProduct } from '@aos/contracts/back-office'
import { officeRequest } from './office-request.ts'

export const changeProduct = (sku: string, product: ChangeProduct): Promise<StaffProduct> =>
  officeRequest('changeProduct', { params: { sku }, body: product })
