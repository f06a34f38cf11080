import { request } from '../../../shared/api/request.ts'
import { beginAction } from '../../../shared/api/trace.ts'

export const verifyEmail = (token: string) =>
  request('verifyEmail', { body: { token }, trace: beginAction() })
