import type { ChangeProduct, StaffProduct } from '@aos/contracts/back-office'
import { request } from '../../../shared/api/request.ts'

export const changeProduct = (sku: string, product: ChangeProduct): Promise<StaffProduct> =>
  request('changeProduct', { params: { sku }, body: product })
