import { lazyRouteComponent } from '@tanstack/react-router'
import { Suspense, useDeferredValue } from 'react'
import { checkout as words } from '../../shared/messages/checkout.ts'
import { PageHeading } from '../../shared/ui/page-heading.tsx'
import { Skeleton } from '../../shared/ui/skeleton.tsx'
import type { CheckoutProps } from './checkout.tsx'
import { DetailsForm } from './details-form.tsx'
import { GuestHint } from './guest-hint.tsx'

/** Of the few checkouts in which something went out of stock. */
const ChangesNotice = lazyRouteComponent(() => import('./changes-notice.tsx'), 'ChangesNotice')

export function Details({ cart, draft, onChange, onReview, glance, summary }: CheckoutProps) {
  // Making the form takes a slow phone a fifth of a second, in which there is something to read.
  const isHeadShown = useDeferredValue(true, false)
  return (
    <>
      <PageHeading title={words.title} className="pt-8 sm:pt-12">
        {words.title}
      </PageHeading>
      <GuestHint />
      {isHeadShown ? (
        <div className="mt-8 grid gap-10 lg:mt-12 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-16">
          <div className="max-lg:order-last">
            <Suspense>{cart.hasTrouble && <ChangesNotice changes={[]} hasTrouble />}</Suspense>
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
      ) : (
        <Skeleton className="mt-8 h-screen" />
      )}
    </>
  )
}
