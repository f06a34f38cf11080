import english from './en/account.ts'
import { localized } from './localized.ts'

export const account = localized('account', english)
