import english from './en/shell.ts'
import { localized } from './localized.ts'

export const shell = localized('shell', english)
