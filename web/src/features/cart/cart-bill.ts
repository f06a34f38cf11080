import type { Pricing, Terms } from '@aos/contracts/pricing'
import { type Totals, totalsOf } from '@aos/contracts/totals'
import { type QueryClient, useQuery } from '@tanstack/react-query'
import { checkoutQuery } from '../../shared/api/get-checkout.ts'
import type { PricedCart } from './priced-cart.ts'

export interface CartBill extends Partial<Terms> {
  totals: Totals | undefined
}

/** What the cart costs with a delivery; the first one is meant unless one was chosen. */
export function useCartBill(cart: PricedCart, chosen?: string): CartBill {
  const { data: checkout } = useQuery(checkoutQuery)
  return billOf(cart, checkout?.pricing, chosen)
}

/** The same, of what the shop says at this moment. */
export async function freshBill(client: QueryClient, cart: PricedCart, chosen?: string): Promise<CartBill> {
  const { pricing } = await client.fetchQuery({ ...checkoutQuery, staleTime: 0 })
  return billOf(cart, pricing, chosen)
}

function billOf(
  { total: items }: PricedCart,
  pricing: Pricing | undefined,
  chosen: string | undefined,
): CartBill {
  const terms = pricing && termsIn(pricing, chosen)
  return { ...terms, totals: items && terms && totalsOf(items, terms) }
}

/** A choice from before the shop changed what it offers is none. */
function termsIn({ tax, deliveries }: Pricing, chosen: string | undefined): Terms | undefined {
  const delivery = deliveries.find(({ id }) => id === chosen) ?? deliveries[0]
  return delivery && { delivery, tax }
}
