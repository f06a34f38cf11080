import { request } from '../../../shared/api/request.ts'
import { beginAction } from '../../../shared/api/trace.ts'

export const beginProviderSignIn = (returnTo: string) =>
  request('beginProviderSignIn', { body: { returnTo }, trace: beginAction() })
