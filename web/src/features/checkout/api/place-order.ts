import { request } from '../../../shared/api/request.ts'
import type { Attempt } from '../attempt-store.ts'

export const placeOrder = ({ key, order, trace }: Attempt) =>
  request('placeOrder', { headers: { 'idempotency-key': key }, body: order, trace })
