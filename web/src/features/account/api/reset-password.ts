import { request } from '../../../shared/api/request.ts'
import { beginAction } from '../../../shared/api/trace.ts'

export const resetPassword = (token: string, password: string) =>
  request('resetPassword', { body: { token, password }, trace: beginAction() })
