import type { Order } from '@aos/contracts/http'
import { orderLater as words } from '../../shared/messages/order-later.ts'
import { firstOf, isCalledOff } from './order-facts.ts'
import { dayText } from './times.ts'

/** What the shipment company says of the parcel, newest first. */
export function Parcel({ order }: { order: Order }) {
  const { trackingNumber } = order
  const states = parcelStates(order)
  if (!trackingNumber || isCalledOff(order)) return null
  return (
    <section aria-labelledby="parcel" className="card p-6">
      <h2 id="parcel" className="mb-3 text-2xl font-semibold">
        {words.parcel.heading}
      </h2>
      <dl className="grid gap-3">
        <div>
          <dt className="text-sm text-muted">{words.parcel.trackingNumber}</dt>
          <dd className="font-mono text-lg break-all select-all">{trackingNumber}</dd>
        </div>
        <div>
          <dt className="text-sm text-muted">{words.parcel.reports}</dt>
          {states.map(({ text, at }) => (
            <dd
              key={text}
              className="text-muted not-first-of-type:mt-2 first-of-type:font-semibold first-of-type:text-ink"
            >
              {text}
              <time dateTime={at} className="block text-sm font-normal text-muted">
                {dayText(at)}
              </time>
            </dd>
          ))}
        </div>
      </dl>
    </section>
  )
}

const reported = ['ShipmentDelivered', 'ShipmentDispatched', 'ShipmentBooked'] as const

function parcelStates(order: Order): { text: string; at: string }[] {
  return reported.flatMap((type) => {
    const entry = firstOf(order, type)
    return entry ? [{ text: words.parcel.states[type], at: entry.at }] : []
  })
}
