import { lazyRouteComponent } from '@tanstack/react-router'
import { type ReactNode, Suspense, useEffect, useState } from 'react'
import { checkout as words } from '../../shared/messages/checkout.ts'
import { PageHeading } from '../../shared/ui/page-heading.tsx'
import { Skeleton } from '../../shared/ui/skeleton.tsx'
import { AlreadyOrdered } from './already-ordered.tsx'
import type { CartToOrder } from './cart-to-order.ts'
import { ChangesNotice } from './changes-notice.tsx'
import { CheckoutNotices } from './checkout-notices.tsx'
import { DetailsForm } from './details-form.tsx'
import type { ChangeDraft, Draft } from './draft.ts'
import { orderPlacing } from './order-placing.ts'
import { useCheckout } from './use-checkout.ts'

/** With the schemas that details are checked by; it comes while they are typed. */
const ReviewStep = lazyRouteComponent(() => import('./review-step.tsx'), 'ReviewStep')

export interface CheckoutProps {
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
  const { step, cart, onChange, onPlaced, nothing } = props
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
  return (
    <>
      <PageHeading title={words.review.title} className="pt-8 sm:pt-12">
        {words.review.heading}
      </PageHeading>
      <Suspense fallback={<Skeleton className="mt-8 h-96" />}>
        <ReviewStep {...props} checkout={checkout} />
      </Suspense>
    </>
  )
}

function Details({ cart, draft, onChange, onReview, glance, summary }: CheckoutProps) {
  useEffect(() => void ReviewStep.preload?.(), [])
  return (
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
}
