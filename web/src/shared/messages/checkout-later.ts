import english from './en/checkout-later.ts'
import { localized } from './localized.ts'

export const checkoutLater = localized('checkout', english)
