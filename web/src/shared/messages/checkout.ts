import english from './en/checkout-page.ts'
import { localized } from './localized.ts'

export const checkout = localized('checkout', english)
