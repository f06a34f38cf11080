import { money } from '../../shared/format.ts'
import { cart as words } from '../../shared/messages/cart.ts'
import type { CartBill } from './cart-bill.ts'

/** How near the cart is to a delivery that costs nothing. */
export function FreeDelivery({ bill: { delivery, totals } }: { bill: CartBill }) {
  if (!totals || delivery?.freeFrom === undefined || totals.delivery.amount === 0) return null
  const { amount, currency } = totals.items
  return (
    <p className="mt-4 rounded-xl bg-accent-soft px-4 py-3 text-sm">
      {words.freeDelivery(money({ amount: delivery.freeFrom - amount, currency }), delivery.name)}
    </p>
  )
}
