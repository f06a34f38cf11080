import type { ReactNode } from 'react'
import { Price } from '../../shared/ui/price.tsx'
import { Skeleton } from '../../shared/ui/skeleton.tsx'
import type { PricedCart } from './priced-cart.ts'

interface CartSummaryProps {
  cart: PricedCart
  /** Above the sums. */
  items?: ReactNode
  children?: ReactNode
}

export const CartSummary = ({ cart, items, children }: CartSummaryProps) => (
  <section aria-label="Summary" className="card self-start p-6 sm:p-7 lg:sticky lg:top-8">
    {items}
    <dl className="grid grid-cols-[1fr_auto] gap-y-2.5">
      <dt className="text-muted">{cart.count === 1 ? '1 item' : `${cart.count} items`}</dt>
      <dd className="text-right">
        <Total cart={cart} />
      </dd>
      <dt className="text-muted">Delivery</dt>
      <dd className="text-right">Free</dd>
      <dt className="mt-2 border-t border-line pt-4 text-lg font-semibold">Total</dt>
      <dd className="mt-2 border-t border-line pt-4 text-right text-lg font-semibold">
        <Total cart={cart} />
      </dd>
    </dl>
    {children}
  </section>
)

const Total = ({ cart }: { cart: PricedCart }) => {
  if (cart.total) return <Price of={cart.total} />
  return cart.items.some(({ lost }) => lost) ? '–' : <Skeleton className="ml-auto h-6 w-16" />
}
