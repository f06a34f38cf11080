import { request } from '../../../shared/api/request.ts'
import { beginAction } from '../../../shared/api/trace.ts'

export const removeAddress = (id: string) =>
  request('removeAddress', { params: { id }, trace: beginAction() })
