import { request } from '../../../shared/api/request.ts'
import { beginAction } from '../../../shared/api/trace.ts'

export const requestPasswordReset = (email: string) =>
  request('requestPasswordReset', { body: { email }, trace: beginAction() })
