import { type ReactNode, useState } from 'react'
import { PageHeading } from '../../shared/ui/page-heading.tsx'
import { AlreadyOrdered } from './already-ordered.tsx'
import { type CartToOrder, CheckoutForm } from './checkout-form.tsx'
import { CheckoutNotices } from './checkout-notices.tsx'
import { orderPlacing } from './order-placing.ts'
import { useCheckout } from './use-checkout.ts'

interface CheckoutProps {
  cart: CartToOrder
  onPlaced(id: string): Promise<void>
  /** What is being bought. */
  summary: ReactNode
  /** Shown instead when nothing is. */
  nothing: ReactNode
}

export function Checkout({ cart, onPlaced, summary, nothing }: CheckoutProps) {
  // After a refresh there is nothing to fill in: what was sent is only waited for.
  const [interrupted] = useState(orderPlacing.isPending)
  const checkout = useCheckout(onPlaced)
  const filling = checkout.state.kind === 'filling'
  const orderId = orderPlacing.orderOf(cart.etag)

  if (interrupted && !filling) {
    return (
      <div className="mx-auto max-w-xl pt-16 sm:pt-24">
        <PageHeading title="Checkout">Finishing your order…</PageHeading>
        <p className="mt-4 mb-8 text-lg text-muted">We sent it a moment ago, and ask what became of it.</p>
        <CheckoutNotices state={checkout.state} onResume={checkout.resume} />
      </div>
    )
  }
  if (filling && orderId) return <AlreadyOrdered id={orderId} />
  if (filling && cart.lines.length === 0) return nothing
  return (
    <>
      <PageHeading title="Checkout" className="pt-8 sm:pt-12">
        Checkout
      </PageHeading>
      <div className="mt-8 grid gap-10 lg:mt-12 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-16">
        <div className="max-lg:order-last">
          <CheckoutForm cart={cart} checkout={checkout} />
        </div>
        {summary}
      </div>
    </>
  )
}
