import type { Order } from '@aos/contracts/http'
import type { ReactNode } from 'react'
import { order as words } from '../../shared/messages/order.ts'
import { PageHeading } from '../../shared/ui/page-heading.tsx'
import { Cancellation } from './cancellation.tsx'
import { MilestoneList } from './milestone-list.tsx'
import { OperatorPanel } from './operator-panel.tsx'
import { isOver } from './order-facts.ts'
import { OrderItems } from './order-items.tsx'
import { OrderStatus } from './order-status.tsx'
import { Parcel } from './parcel.tsx'
import { dayText } from './times.ts'
import { useLiveOrder } from './use-live-order.ts'

interface OrderViewProps {
  id: string
  /** Offered when the order came to nothing. */
  again(order: Order): ReactNode
}

export function OrderView({ id, again }: OrderViewProps) {
  const order = useLiveOrder(id)
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
          <Parcel order={order} />
          <section aria-labelledby="items" className="card p-6">
            <h2 id="items" className="mb-5 text-2xl font-semibold">
              {words.items.heading}
            </h2>
            <OrderItems order={order} />
          </section>
          <Destination customer={order.customer} />
          <Cancellation order={order} />
        </div>
      </div>
      <OperatorPanel order={order} />
    </>
  )
}

const Destination = ({ customer: { name, email, address } }: Pick<Order, 'customer'>) => (
  <section aria-labelledby="destination" className="card p-6">
    <h2 id="destination" className="mb-3 text-2xl font-semibold">
      {words.destination}
    </h2>
    <address className="leading-relaxed not-italic">
      {name}
      <br />
      {address.street}
      <br />
      {address.postalCode} {address.city}, {address.country}
      <br />
      <span className="break-all text-muted">{email}</span>
    </address>
  </section>
)
