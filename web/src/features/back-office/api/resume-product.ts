import type { StaffProduct } from '@aos/contracts/back-office'
import { request } from '../../../shared/api/request.ts'

export const resumeProduct = (sku: string): Promise<StaffProduct> =>
  request('resumeProduct', { params: { sku } })
