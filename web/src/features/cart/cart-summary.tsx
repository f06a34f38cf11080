import type { ReactNode } from 'react'
import { cart as words } from '../../shared/messages/cart.ts'
import { shell } from '../../shared/messages/shell.ts'
import { Skeleton } from '../../shared/ui/skeleton.tsx'
import { TotalsList } from '../../shared/ui/totals-list.tsx'
import type { CartBill } from './cart-bill.ts'
import type { PricedCart } from './priced-cart.ts'

interface CartSummaryProps {
  cart: PricedCart
  bill: CartBill
  /** Above the sums. */
  items?: ReactNode
  children?: ReactNode
}

export const CartSummary = ({ cart, bill, items, children }: CartSummaryProps) => (
  <section aria-label={words.summary} className="card self-start p-6 sm:p-7 lg:sticky lg:top-8">
    {items && <div className="mb-6 border-b border-line pb-6">{items}</div>}
    {bill.tax ? (
      <TotalsList
        itemsLabel={shell.items(cart.count)}
        bill={bill}
        total={bill.totals?.total}
        {...(cart.items.some(({ lost }) => lost) && { unknown: '–' })}
      />
    ) : (
      <Skeleton className="h-40" />
    )}
    {children}
  </section>
)
