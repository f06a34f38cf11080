import type { Resources } from '@aos/chassis/service'
import { Worker } from '@aos/chassis/worker'
import { askCarrier, lookUpParcel } from './ask-carrier.ts'
import type { Carrier } from './carrier.ts'
import type { ShipmentsConfig } from './config.ts'
import type { ParcelStatus } from './parcel.ts'
import { claimParcelsToAsk, claimParcelsToLookUp, type StoredParcel } from './parcels-table.ts'
import type { RecordNews } from './record-news.ts'

type Timing = Pick<ShipmentsConfig, 'CARRIER_TIMEOUT_MS' | 'CARRIER_LOOK_UP_MS' | 'CARRIER_CONCURRENCY'>

/** Looking up is for webhooks that got lost: it must not crowd out what is new. */
const LOOK_UPS_AT_ONCE = 2

/** Longer than the carrier takes to answer, or to be given up. */
const leaseMs = ({ CARRIER_TIMEOUT_MS }: Timing): number => CARRIER_TIMEOUT_MS + 5_000

export const dueInMs = (timing: Timing): Record<ParcelStatus, number | null> => ({
  booking: leaseMs(timing),
  cancelling: leaseMs(timing),
  booked: timing.CARRIER_LOOK_UP_MS,
  dispatched: timing.CARRIER_LOOK_UP_MS,
  delivered: null,
  cancelled: null,
  failed: null,
})

/** @returns the one that books and cancels, so that fresh parcels can be handed to it. */
export function carrierWorkers(
  { database, lifecycle, logger }: Pick<Resources, 'database' | 'lifecycle' | 'logger'>,
  timing: Timing,
  carrier: Carrier,
  record: RecordNews,
): Worker<StoredParcel> {
  const idOf = ({ parcel }: StoredParcel) => parcel.orderId
  const asking = new Worker({
    name: 'asking the carrier',
    concurrency: timing.CARRIER_CONCURRENCY,
    claimDue: () => claimParcelsToAsk(database, leaseMs(timing)),
    idOf,
    perform: askCarrier({ carrier, record, database, logger }),
    logger,
  })
  const lookingUp = new Worker({
    name: 'looking up parcels',
    concurrency: LOOK_UPS_AT_ONCE,
    claimDue: () => claimParcelsToLookUp(database, timing.CARRIER_LOOK_UP_MS),
    idOf,
    perform: lookUpParcel({ carrier, record }),
    logger,
    pollMs: Math.min(5_000, timing.CARRIER_LOOK_UP_MS),
  })
  for (const worker of [asking, lookingUp]) {
    worker.start()
    lifecycle.onStop('a worker for the carrier', () => worker.stop())
  }
  return asking
}
