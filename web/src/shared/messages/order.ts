import english from './en/order.ts'
import { localized } from './localized.ts'

export const order = localized('order', english)
