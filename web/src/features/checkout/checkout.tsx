import { Navigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { checkout as words } from '../../shared/messages/checkout.ts'
import { PageHeading } from '../../shared/ui/page-heading.tsx'
import { AlreadyOrdered } from './already-ordered.tsx'
import type { CartToOrder } from './cart-to-order.ts'
import { ChangesNotice } from './changes-notice.tsx'
import { CheckoutNotices } from './checkout-notices.tsx'
import { checkContact } from './contact.ts'
import { DetailsForm } from './details-form.tsx'
import type { ChangeDraft, Draft } from './draft.ts'
import { orderPlacing } from './order-placing.ts'
import { Review } from './review.tsx'
import { useCheckout } from './use-checkout.ts'

interface CheckoutProps {
  step: 'details' | 'review'
  cart: CartToOrder
  draft: Draft
  onChange: ChangeDraft
  onReview(): void
  onPlaced(id: string): Promise<void>
  /** What is being bought, to look at. */
  glance: ReactNode
  summary(parts: { items?: ReactNode; children?: ReactNode }): ReactNode
  /** Shown instead when nothing is. */
  nothing: ReactNode
}

export function Checkout(props: CheckoutProps) {
  const { step, cart, draft, onChange, onPlaced, nothing } = props
  // After a refresh there is nothing to fill in: what was sent is only waited for.
  const [interrupted] = useState(orderPlacing.isPending)
  const checkout = useCheckout(async (id) => {
    await onPlaced(id)
    // A payment is for one order.
    onChange({ payment: undefined })
  })
  const isOpen = checkout.state.kind === 'open'
  const orderId = orderPlacing.orderOf(cart.etag)

  if (interrupted && !isOpen) {
    return (
      <div className="mx-auto max-w-xl pt-16 sm:pt-24">
        <PageHeading title={words.title}>{words.finishing.heading}</PageHeading>
        <p className="mt-4 mb-8 text-lg text-muted">{words.finishing.text}</p>
        <CheckoutNotices state={checkout.state} onResume={checkout.resume} />
      </div>
    )
  }
  if (isOpen && orderId) return <AlreadyOrdered id={orderId} />
  if (isOpen && cart.lines.length === 0) return nothing
  if (step === 'details') return <Details {...props} />
  const checked = checkContact(draft.contact)
  const { payment } = draft
  if ('errors' in checked || !payment) return isOpen && <Navigate to="/checkout" replace />
  return (
    <>
      <PageHeading title={words.review.title} className="pt-8 sm:pt-12">
        {words.review.heading}
      </PageHeading>
      {cart.delivery && (
        <Review
          cart={cart}
          customer={checked.customer}
          delivery={cart.delivery}
          payment={payment}
          checkout={checkout}
          glance={props.glance}
          summary={(children) => props.summary({ children })}
        />
      )}
    </>
  )
}

const Details = ({ cart, draft, onChange, onReview, glance, summary }: CheckoutProps) => (
  <>
    <PageHeading title={words.title} className="pt-8 sm:pt-12">
      {words.title}
    </PageHeading>
    <div className="mt-8 grid gap-10 lg:mt-12 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-16">
      <div className="max-lg:order-last">
        <ChangesNotice changes={[]} hasTrouble={cart.hasTrouble} />
        <DetailsForm
          draft={draft}
          onChange={onChange}
          delivery={cart.delivery?.id}
          items={cart.items}
          onDone={onReview}
        />
      </div>
      {summary({ items: glance })}
    </div>
  </>
)
