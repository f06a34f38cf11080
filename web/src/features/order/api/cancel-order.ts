import { request } from '../../../shared/api/request.ts'
import { beginAction } from '../../../shared/api/trace.ts'

export const cancelOrder = (id: string) => request('cancelOrder', { params: { id }, trace: beginAction() })
