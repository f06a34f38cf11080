import { batched } from '@aos/chassis/batched'
import type { Database } from '@aos/chassis/database'
import type { Logger } from '@aos/chassis/logger'
import { inSpan } from '@aos/chassis/telemetry'
import { isToAsk } from './advance-parcels.ts'
import type { Booking, Carrier } from './carrier.ts'
import type { Consignment, News } from './parcel.ts'
import { postponeParcels, type StoredParcel } from './parcels-table.ts'
import type { RecordNews } from './record-news.ts'

interface Parts {
  carrier: Carrier
  record: RecordNews
  database: Database
  logger: Logger
}

/** Books or cancels a parcel; until the shipment company has said what is true, it is asked again. */
export function askCarrier({ carrier, record, database, logger }: Parts) {
  const postpone = batched(async (orderIds: string[]) => {
    await postponeParcels(database, orderIds)
    return orderIds
  })

  return async (task: StoredParcel): Promise<void> => {
    // A cancellation may have come while the booking was under way.
    for (let now: StoredParcel | undefined = task; now && isToAsk(now); ) {
      const news = await ask(carrier, now).catch(async (error) => {
        const { orderId, status } = (now as StoredParcel).parcel
        logger.warn(
          { err: error, orderId, status },
          'the outcome at the carrier is unknown, asking again later',
        )
        await postpone(orderId)
      })
      if (!news) return
      now = await record({ orderId: now.parcel.orderId, news })
    }
  }
}

function ask(carrier: Carrier, { parcel, attempts, traceparent }: StoredParcel): Promise<News> {
  const span = { kind: 'client', traceparent, attributes: { 'order.id': parcel.orderId } } as const
  if (parcel.status === 'cancelling' && parcel.carrierReference !== undefined)
    return inSpan('cancel parcel', span, () => carrier.cancel(parcel as Consignment & Booking))
  // To cancel what may have been booked without our knowing, its booking is completed first: the
  // same key gets the same parcel, and a booking that is still on its way cannot add one later.
  return inSpan('book parcel', span, async () => {
    // Idempotency keys are forgotten after a while, parcels are not.
    const found = attempts > 0 ? await carrier.find(parcel.orderId) : undefined
    return found ?? carrier.book(parcel as Booking)
  })
}

/** For parcels that did not move for a while: their webhook may have been lost. */
export const lookUpParcel =
  ({ carrier, record }: Pick<Parts, 'carrier' | 'record'>) =>
  async ({ parcel: { orderId }, traceparent }: StoredParcel): Promise<void> => {
    const span = { kind: 'client', traceparent, attributes: { 'order.id': orderId } } as const
    const news = await inSpan('look up parcel', span, () => carrier.find(orderId))
    if (news) await record({ orderId, news })
  }
