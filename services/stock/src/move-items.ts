import type { Transaction } from '@aos/chassis/database'
import type { Handler } from '@aos/chassis/inbox'
import type { Logger } from '@aos/chassis/logger'
import type { Outgoing } from '@aos/chassis/outbox'
import { traceIdIn } from '@aos/chassis/telemetry'
import type { Message } from '@aos/contracts/messages'
import type { ConsumedBy } from '@aos/contracts/topics'
import { insertReservations, lockReservations, updateReservations } from './reservations-table.ts'
import { lockShelves, updateShelves } from './shelves-table.ts'
import { decide, type Reservation, type Shelf } from './stock.ts'

type StockMessage = Message<ConsumedBy<'stock'>>

/**
 * Holds, picks and releases the items of many orders, which compete in the order in which they came.
 * One use case for all of these, because one transaction has to lock everything it needs at once:
 * reservations first, then shelves, each sorted. In two steps, two transactions could wait in a circle.
 */
export const moveItems =
  (logger: Logger, currency: string): Handler<ConsumedBy<'stock'>> =>
  async (tx, messages) => {
    const reservations = await lockReservations(tx, [...new Set(messages.map(({ data }) => data.orderId))])
    const shelves = await lockShelves(tx, skusOf(messages, reservations.values()))

    const found = new Set(reservations.keys())
    const moved = { reservations: new Map<string, Reservation>(), shelves: new Map<string, Shelf>() }
    const outgoing: Outgoing[] = []
    for (const message of messages) {
      const outcome = decide(reservations.get(message.data.orderId), message, shelves, currency)
      report(logger, tx, message, 'reservation' in outcome ? outcome.reservation : outcome.ignoredBecause)
      if ('ignoredBecause' in outcome) continue
      const { reservation } = outcome
      reservations.set(reservation.orderId, reservation)
      moved.reservations.set(reservation.orderId, reservation)
      for (const shelf of outcome.shelves) {
        shelves.set(shelf.sku, shelf)
        moved.shelves.set(shelf.sku, shelf)
      }
      outgoing.push(...outcome.messages.map((said) => ({ ...said, sequence: reservation.sequence })))
    }

    const written = [...moved.reservations.values()]
    await Promise.all([
      updateShelves(tx, [...moved.shelves.values()]),
      updateReservations(
        tx,
        written.filter(({ orderId }) => found.has(orderId)),
      ),
      insertReservations(
        tx,
        written.filter(({ orderId }) => !found.has(orderId)),
      ),
    ])
    return outgoing
  }

function skusOf(messages: StockMessage[], reservations: Iterable<Reservation>): string[] {
  const wanted = messages.flatMap((message) => (message.type === 'ReserveItems' ? message.data.lines : []))
  const held = [...reservations].flatMap(({ lines }) => lines)
  return [...new Set([...wanted, ...held].map(({ sku }) => sku))]
}

/** Once it is true: a transaction that is rolled back says nothing. */
function report(
  logger: Logger,
  tx: Transaction,
  { type, data, traceparent }: StockMessage,
  outcome: Reservation | string,
) {
  const about = { orderId: data.orderId, traceId: traceIdIn(traceparent) }
  tx.afterCommit(() => {
    if (typeof outcome === 'string') logger.info(about, `ignored ${type} because ${outcome}`)
    else logger.info(about, `items ${outcome.status}`)
  })
}
