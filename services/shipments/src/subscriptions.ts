import { type Handler, ignored, type Subscriptions } from '@aos/chassis/inbox'
import type { Advance } from './advance-parcels.ts'

export function subscriptions(advance: Advance): Subscriptions<'shipments'> {
  const handle: Handler<'OrderApproved' | 'CancelShipment'> = async (tx, messages) => {
    const happenings = messages.map(({ type, data, traceparent }) => ({
      orderId: data.orderId,
      input: { type, data },
      traceparent,
    }))
    return (await advance(tx, happenings)).outgoing
  }
  return {
    OrderApproved: handle,
    CancelShipment: handle,
    OrderRejected: ignored('nothing was to be shipped: only an approved order is'),
    OrderCancelled: ignored('CancelShipment came first, if there was anything to ship'),
  }
}
