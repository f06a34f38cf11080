import { request } from '../../../shared/api/request.ts'
import { beginAction } from '../../../shared/api/trace.ts'
import { inLanguageOfPage } from './in-language-of-page.ts'

export const requestPasswordReset = (email: string) =>
  request('requestPasswordReset', { body: { email }, headers: inLanguageOfPage, trace: beginAction() })
