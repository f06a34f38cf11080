import { request } from '../../../shared/api/request.ts'
import { beginAction } from '../../../shared/api/trace.ts'

/** @param password where the account has one. */
export const deleteAccount = (password: string | undefined) =>
  request('deleteAccount', { body: { ...(password && { password }) }, trace: beginAction() })
