import { Navigate } from '@tanstack/react-router'
import { checkout as words } from '../../shared/messages/checkout.ts'
import { checkoutLater as later } from '../../shared/messages/checkout-later.ts'
import { PageHeading } from '../../shared/ui/page-heading.tsx'
import { AlreadyOrdered } from './already-ordered.tsx'
import { orderMadeOf } from './attempt-store.ts'
import { checkContact } from './check-contact.ts'
import type { CheckoutProps } from './checkout.tsx'
import { CheckoutNotices } from './checkout-notices.tsx'
import { Details } from './details.tsx'
import { Review } from './review.tsx'
import { type Checkout, useCheckout } from './use-checkout.ts'

interface PlacingProps extends CheckoutProps {
  /** Something was sent already when the page was opened. */
  interrupted: boolean
}

/** From the review to the order's address. */
export function Placing({ interrupted, ...props }: PlacingProps) {
  const { step, cart, onChange, onPlaced, nothing } = props
  const checkout = useCheckout(async (id) => {
    await onPlaced(id)
    // A payment is for one order.
    onChange({ payment: undefined })
  })
  const isOpen = checkout.state.kind === 'open'

  if (interrupted && !isOpen) {
    return (
      <div className="mx-auto max-w-xl pt-16 sm:pt-24">
        <PageHeading title={words.title}>{later.finishing.heading}</PageHeading>
        <p className="mt-4 mb-8 text-lg text-muted">{later.finishing.text}</p>
        <CheckoutNotices state={checkout.state} onResume={checkout.resume} />
      </div>
    )
  }
  const made = orderMadeOf(cart.etag)
  if (isOpen && made) return <AlreadyOrdered id={made} />
  if (isOpen && cart.lines.length === 0) return nothing
  if (step === 'details') return <Details {...props} />
  return (
    <>
      <PageHeading title={later.review.title} className="pt-8 sm:pt-12">
        {later.review.heading}
      </PageHeading>
      <ReviewStep {...props} checkout={checkout} />
    </>
  )
}

interface ReviewStepProps extends Pick<CheckoutProps, 'cart' | 'draft' | 'glance' | 'summary'> {
  checkout: Checkout
}

/** Asks first for what is missing, whoever opens it. */
function ReviewStep({ cart, draft, glance, summary, checkout }: ReviewStepProps) {
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
