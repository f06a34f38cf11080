import english from './en/cart.ts'
import { localized } from './localized.ts'

export const cart = localized('cart', english)
