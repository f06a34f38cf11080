import type { Line } from '@aos/contracts/order-parts'
import { request } from '../../../shared/api/request.ts'
import type { Trace } from '../../../shared/api/trace.ts'

export const setCartLine = ({ sku, quantity }: Line, trace: Trace) =>
  request('setCartLine', { params: { sku }, body: { quantity }, trace })
