import { lazyRouteComponent } from '@tanstack/react-router'
import { type ReactNode, Suspense, useEffect, useState } from 'react'
import { checkout as words } from '../../shared/messages/checkout.ts'
import { PageHeading } from '../../shared/ui/page-heading.tsx'
import { Skeleton } from '../../shared/ui/skeleton.tsx'
import { isOrderPending, orderMadeOf } from './attempt-store.ts'
import type { CartToOrder } from './cart-to-order.ts'
import { Details } from './details.tsx'
import type { ChangeDraft, Draft } from './draft.ts'

/** With the schemas that details are checked by; it comes while they are typed. */
const Placing = lazyRouteComponent(() => import('./placing.tsx'), 'Placing')

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
  const { step, cart, nothing } = props
  // After a refresh there is nothing to fill in: what was sent is only waited for.
  const [interrupted] = useState(isOrderPending)
  useEffect(() => void Placing.preload?.(), [])
  if (step === 'review' || interrupted || orderMadeOf(cart.etag)) {
    return (
      <Suspense fallback={<PlacingSkeleton />}>
        <Placing {...props} interrupted={interrupted} />
      </Suspense>
    )
  }
  return cart.lines.length === 0 ? nothing : <Details {...props} />
}

const PlacingSkeleton = () => (
  <>
    <PageHeading title={words.title} className="pt-8 sm:pt-12">
      {words.title}
    </PageHeading>
    <Skeleton className="mt-8 h-96" />
  </>
)
