import type { Transaction } from '@aos/chassis/database'
import type { Logger } from '@aos/chassis/logger'
import type { Outgoing } from '@aos/chassis/outbox'
import { traceIdIn } from '@aos/chassis/telemetry'
import { decide, type Input, type ParcelStatus } from './parcel.ts'
import { insertParcels, lockParcels, type StoredParcel, updateParcels } from './parcels-table.ts'

interface Happening {
  orderId: string
  input: Input
  traceparent?: string | undefined
}

interface Advanced {
  outgoing: Outgoing[]
  /** The parcels that changed, as they are now. */
  changed: Map<string, StoredParcel>
}

export type Advance = (tx: Transaction, happenings: Happening[]) => Promise<Advanced>

interface Parts {
  /** How long a parcel in this status may wait until the shipment company is asked; null: for good. */
  dueInMs: Record<ParcelStatus, number | null>
  /** Gets the parcels about which the shipment company is to be asked now. */
  handOver: (parcels: StoredParcel[]) => void
  logger: Logger
}

export const isToAsk = ({ parcel: { status } }: StoredParcel): boolean =>
  status === 'booking' || status === 'cancelling'

/** Gather, decide, write: whatever happens to parcels happens here, all in one transaction. */
export const advanceParcels =
  ({ dueInMs, handOver, logger }: Parts): Advance =>
  async (tx, happenings) => {
    const parcels = await lockParcels(tx, [...new Set(happenings.map(({ orderId }) => orderId))])
    const known = new Set(parcels.keys())
    const changed = new Map<string, StoredParcel>()
    const outgoing: Outgoing[] = []

    for (const { orderId, input, traceparent } of happenings) {
      const before = parcels.get(orderId)
      const decision = decide(orderId, before?.parcel, input)
      if ('ignored' in decision) {
        logger.debug({ orderId, input: input.type, because: decision.ignored }, 'ignored')
        continue
      }
      const after = { parcel: decision.parcel, attempts: 0, traceparent: before?.traceparent ?? traceparent }
      parcels.set(orderId, after)
      changed.set(orderId, after)
      outgoing.push(...decision.messages)
    }

    await write(tx, [...changed.values()], known, dueInMs)
    tx.afterCommit(() => {
      for (const { type, data } of outgoing)
        logger.info(
          { orderId: data.orderId, traceId: traceIdIn(changed.get(data.orderId)?.traceparent) },
          type,
        )
      handOver([...changed.values()].filter(isToAsk))
    })
    return { outgoing, changed }
  }

async function write(
  tx: Transaction,
  changed: StoredParcel[],
  known: Set<string>,
  dueInMs: Parts['dueInMs'],
): Promise<void> {
  const rows = changed.map((one) => ({ ...one, dueInMs: dueInMs[one.parcel.status] }))
  const isKnown = ({ parcel }: StoredParcel) => known.has(parcel.orderId)
  const olds = rows.filter(isKnown)
  const news = rows.filter((row) => !isKnown(row))
  await Promise.all([news.length > 0 && insertParcels(tx, news), olds.length > 0 && updateParcels(tx, olds)])
}
