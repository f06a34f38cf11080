import type { Database } from '@aos/chassis/database'
import { traceIdIn } from '@aos/chassis/telemetry'
import type { Actor } from '@aos/contracts/actor'
import type { Order as OrderView } from '@aos/contracts/http'
import { noSuchOrder } from './advance-order.ts'
import { billOf } from './bill.ts'
import { isCancellable } from './order.ts'
import type { OrderChanges } from './order-changes.ts'
import { findOrder, type StoredOrder } from './orders-table.ts'
import { requireOwner } from './require-owner.ts'

const PATIENCE_MS = 20_000
const LOOK_AGAIN_MS = 1_000

/**
 * @param after answer only once the journey is longer than this, so that a live page needs no polling;
 *   after 20 seconds the order is shown as it is.
 */
export async function showOrder(
  database: Database,
  changes: OrderChanges,
  { id, after, actor }: { id: string; after: number | undefined; actor: Actor },
): Promise<OrderView> {
  const giveUpAt = Date.now() + PATIENCE_MS
  for (;;) {
    // Listening begins before looking: a change in between is not missed.
    const changed = after === undefined ? undefined : changes.next(id, LOOK_AGAIN_MS)
    const stored = await findOrder(database, id)
    if (!stored) throw noSuchOrder(id)
    requireOwner(id, stored.owner, actor)
    if (changed === undefined || stored.order.journey.length > (after ?? 0) || Date.now() >= giveUpAt)
      return view(stored)
    await changed
  }
}

export function view({ order, traceparent }: StoredOrder): OrderView {
  const { id, status, reason, detail, lines, total, customer, trackingNumber, journey, placedAt } = order
  const traceId = traceIdIn(traceparent)
  return {
    id,
    status,
    ...(reason && { reason }),
    ...(detail && { detail }),
    lines: [...lines],
    total,
    ...billOf(order),
    customer,
    ...(trackingNumber && { trackingNumber }),
    cancellable: isCancellable(order),
    placedAt: placedAt.toISOString(),
    journey: [...journey],
    ...(traceId && { traceId }),
  }
}
