import english from './en/order-later.ts'
import { localized } from './localized.ts'

export const orderLater = localized('order', english)
