import english from './en/checkout.ts'
import { localized } from './localized.ts'

export const checkout = localized('checkout', english)
