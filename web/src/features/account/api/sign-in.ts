import type { SignIn } from '@aos/contracts/account'
import type { z } from 'zod'
import { request } from '../../../shared/api/request.ts'
import { beginAction } from '../../../shared/api/trace.ts'

export const signIn = (body: z.input<typeof SignIn>) => request('signIn', { body, trace: beginAction() })
