import english from './en/listing.ts'
import { localized } from './localized.ts'

export const listing = localized('listing', english)
