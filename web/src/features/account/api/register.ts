import type { Register } from '@aos/contracts/account'
import type { z } from 'zod'
import { request } from '../../../shared/api/request.ts'
import { beginAction } from '../../../shared/api/trace.ts'
import { inLanguageOfPage } from './in-language-of-page.ts'

export const register = (body: z.input<typeof Register>) =>
  request('register', { body, headers: inLanguageOfPage, trace: beginAction() })
