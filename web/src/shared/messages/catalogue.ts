import english from './en/catalogue.ts'
import { localized } from './localized.ts'

export const catalogue = localized('catalogue', english)
