import { request } from '../../../shared/api/request.ts'
import { beginAction } from '../../../shared/api/trace.ts'

export const signOut = () => request('signOut', { trace: beginAction() })
