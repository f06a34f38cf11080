import type { Cart } from '@aos/contracts/http'

/** Apart from what prices a cart: the link to it counts on every page. */
export const countOf = (cart: Cart): number => cart.lines.reduce((sum, line) => sum + line.quantity, 0)
