import { Navigate } from '@tanstack/react-router'
import { checkContact } from './check-contact.ts'
import type { CheckoutProps } from './checkout.tsx'
import { Review } from './review.tsx'
import type { Checkout } from './use-checkout.ts'

interface ReviewStepProps extends Pick<CheckoutProps, 'cart' | 'draft' | 'glance' | 'summary'> {
  checkout: Checkout
}

/** Asks first for what is missing, whoever opens it. */
export function ReviewStep({ cart, draft, glance, summary, checkout }: ReviewStepProps) {
  const checked = checkContact(draft.contact)
  const { payment } = draft
  const isOpen = checkout.state.kind === 'open'
  if ('errors' in checked || !payment) return isOpen && <Navigate to="/checkout" replace />
  if (!cart.delivery) return null
  return (
    <Review
      cart={cart}
      customer={checked.customer}
      delivery={cart.delivery}
      payment={payment}
      checkout={checkout}
      glance={glance}
      summary={(children) => summary({ children })}
    />
  )
}
