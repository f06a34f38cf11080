import type { Order } from '@aos/contracts/http'
import { useSuspenseQuery } from '@tanstack/react-query'
import { lazyRouteComponent } from '@tanstack/react-router'
import { type ReactNode, Suspense } from 'react'
import { order as words } from '../../shared/messages/order.ts'
import { PageHeading } from '../../shared/ui/page-heading.tsx'
import { Skeleton } from '../../shared/ui/skeleton.tsx'
import { orderQuery } from './api/get-order.ts'
import { MilestoneList } from './milestone-list.tsx'
import { isOver } from './order-facts.ts'
import { OrderStatus } from './order-status.tsx'
import { dayText } from './times.ts'

const laterParts = () => import('./later-parts.ts')
const OrderAside = lazyRouteComponent(laterParts, 'OrderAside')
const FollowOrder = lazyRouteComponent(laterParts, 'FollowOrder')
const OperatorPanel = lazyRouteComponent(laterParts, 'OperatorPanel')

interface OrderViewProps {
  id: string
  /** Offered when the order came to nothing. */
  again(order: Order): ReactNode
}

export function OrderView({ id, again }: OrderViewProps) {
  const { data: order } = useSuspenseQuery(orderQuery(id))
  const short = id.slice(-8).toUpperCase()
  return (
    <>
      <PageHeading title={words.title(short)} className="pt-8 sm:pt-12">
        {words.heading}
      </PageHeading>
      <p className="mt-2 mb-8 text-muted">
        <span className="font-mono">{short}</span> · {words.placed(dayText(order.placedAt))}
      </p>
      <OrderStatus order={order} again={again} />
      <div className="mt-12 grid grid-cols-[minmax(0,1fr)] gap-12 wrap-anywhere lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-16">
        <section aria-labelledby="journey">
          <h2 id="journey" className="mb-6 text-2xl font-semibold">
            {isOver(order) ? words.way.over : words.way.going}
          </h2>
          <MilestoneList order={order} />
        </section>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-6 self-start">
          <Suspense fallback={<Skeleton className="h-72" />}>
            <OrderAside order={order} />
          </Suspense>
        </div>
      </div>
      <Suspense>
        <FollowOrder order={order} />
        <OperatorPanel order={order} />
      </Suspense>
    </>
  )
}
