import english from './en/order-page.ts'
import { localized } from './localized.ts'

export const order = localized('order', english)
