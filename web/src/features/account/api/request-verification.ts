import { request } from '../../../shared/api/request.ts'
import { beginAction } from '../../../shared/api/trace.ts'
import { inLanguageOfPage } from './in-language-of-page.ts'

export const requestVerification = () =>
  request('requestVerification', { headers: inLanguageOfPage, trace: beginAction() })
