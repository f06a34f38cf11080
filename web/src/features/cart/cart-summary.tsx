import type { ReactNode } from 'react'
import { money } from '../../shared/format.ts'
import { cart as words } from '../../shared/messages/cart.ts'
import { shell } from '../../shared/messages/shell.ts'
import { TotalsList } from '../../shared/ui/totals-list.tsx'
import type { CartBill } from './cart-bill.ts'
import type { PricedCart } from './priced-cart.ts'

interface CartSummaryProps {
  cart: PricedCart
  bill: CartBill
  /** Above the sums. */
  items?: ReactNode
  children?: ReactNode
  /** Tells how near the cart is to a free delivery. */
  invites?: boolean
}

export const CartSummary = ({ cart, bill, items, children, invites = true }: CartSummaryProps) => (
  <section aria-label={words.summary} className="card self-start p-6 sm:p-7 lg:sticky lg:top-8">
    {items && <div className="mb-6 border-b border-line pb-6">{items}</div>}
    <TotalsList
      itemsLabel={shell.items(cart.count)}
      bill={bill}
      total={bill.totals?.total}
      {...(cart.items.some(({ lost }) => lost) && { unknown: '–' })}
    />
    {invites && <FreeDelivery bill={bill} />}
    {children}
  </section>
)

/** How near the cart is to a delivery that costs nothing. */
function FreeDelivery({ bill: { delivery, totals } }: { bill: CartBill }) {
  if (!totals || delivery?.freeFrom === undefined || totals.delivery.amount === 0) return null
  const { amount, currency } = totals.items
  return (
    <p className="mt-4 rounded-xl bg-accent-soft px-4 py-3 text-sm">
      {words.freeDelivery(money({ amount: delivery.freeFrom - amount, currency }), delivery.name)}
    </p>
  )
}
