import type { Order } from '@aos/contracts/http'
import { orderLater as words } from '../../shared/messages/order-later.ts'
import { Cancellation } from './cancellation.tsx'
import { OrderItems } from './order-items.tsx'
import { Parcel } from './parcel.tsx'

/** Beside an order's way: what is ordered, where it goes, and how it is called off. */
export const OrderAside = ({ order }: { order: Order }) => (
  <>
    <Parcel order={order} />
    <section aria-labelledby="items" className="card p-6">
      <h2 id="items" className="mb-5 text-2xl font-semibold">
        {words.items.heading}
      </h2>
      <OrderItems order={order} />
    </section>
    <Destination customer={order.customer} />
    <Cancellation order={order} />
  </>
)

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
