import { batched } from '@aos/chassis/batched'
import type { Resources } from '@aos/chassis/service'
import type { Advance } from './advance-parcels.ts'
import type { News } from './parcel.ts'
import type { StoredParcel } from './parcels-table.ts'

export interface OrderNews {
  orderId: string
  news: News
}

/** @returns the parcel as it is now, or nothing when the news changed nothing. */
export type RecordNews = (it: OrderNews) => Promise<StoredParcel | undefined>

/** Writes down what the shipment company said, with the messages that say so: many parcels in one transaction. */
export const recordNews = (
  { database, outbox }: Pick<Resources, 'database' | 'outbox'>,
  advance: Advance,
): RecordNews =>
  batched((heard: OrderNews[]) =>
    database.transaction(async (tx) => {
      const happenings = heard.map(({ orderId, news }) => ({ orderId, input: news }))
      const { outgoing, changed } = await advance(tx, happenings)
      await outbox.add(tx, outgoing, (orderId) => changed.get(orderId)?.traceparent)
      return heard.map(({ orderId }) => changed.get(orderId))
    }),
  )
