import account from './de/account.ts'
import adding from './de/adding.ts'
import cart from './de/cart.ts'
import catalogue from './de/catalogue.ts'
import checkout from './de/checkout.ts'
import listing from './de/listing.ts'
import order from './de/order.ts'
import shell from './de/shell.ts'

const translation = { shell, catalogue, listing, cart, adding, checkout, order, account }

export type Translation = typeof translation
export default translation
