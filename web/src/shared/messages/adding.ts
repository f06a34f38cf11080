import english from './en/adding.ts'
import { localized } from './localized.ts'

export const adding = localized('adding', english)
