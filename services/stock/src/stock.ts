import { type DataOf, type Emitted, emit } from '@aos/contracts/messages'
import { totalOf } from '@aos/contracts/money'
import type { Line, OrderedLine, PricedLine, Shortage } from '@aos/contracts/order-parts'
import type { ConsumedBy } from '@aos/contracts/topics'

/**
 * What an order holds of the shelves; it ends with OrderRejected or OrderCancelled.
 *
 *   (none) ──ReserveItems──▶ reserved ──OrderApproved──▶ picked
 *    │  └────ReserveItems──▶ unavailable                   │
 *    │                                                     │
 *    │ ends          reserved                              │ ends
 *    │                  │ ends                             ▼
 *    └──▶ released ◀────┘                               returned
 *
 * An end that comes before its ReserveItems leaves `released` behind, so that nothing is held afterwards.
 */
export type ReservationStatus = 'reserved' | 'unavailable' | 'picked' | 'released' | 'returned'

export interface Reservation {
  orderId: string
  status: ReservationStatus
  lines: PricedLine[]
  /** How many messages stock has sent about the order. */
  sequence: number
}

/** One SKU: how many lie there, and how many of those are held for orders. */
export interface Shelf {
  sku: string
  name: string
  price: number
  onHand: number
  reserved: number
  /** Not sold any more; what is held already is still picked. */
  isRetired?: boolean
}
export type Shelves = ReadonlyMap<string, Shelf>

export type StockMessage = Emitted<ConsumedBy<'stock'>>

/** The reservation and the shelves as they are from now on, or why the message changes nothing. */
export type Outcome =
  | { reservation: Reservation; shelves: Shelf[]; messages: Emitted[] }
  | { ignoredBecause: string }

export function decide(
  reservation: Reservation | undefined,
  message: StockMessage,
  shelves: Shelves,
  currency: string,
): Outcome {
  switch (message.type) {
    case 'ReserveItems':
      return reservation ? nothingToDo(reservation) : reserve(message.data, shelves, currency)
    case 'OrderApproved':
      return reservation ? pick(reservation, shelves) : { ignoredBecause: 'nothing was reserved for it' }
    case 'OrderRejected':
    case 'OrderCancelled':
      return reservation ? release(reservation, shelves) : tombstone(message.data.orderId)
  }
}

function reserve({ orderId, lines }: DataOf<'ReserveItems'>, shelves: Shelves, currency: string): Outcome {
  const shortages = shortagesOf(lines, shelves)
  if (shortages.length > 0)
    return {
      reservation: { orderId, status: 'unavailable', lines: [], sequence: 1 },
      shelves: [],
      messages: [
        emit('ItemsUnavailable', { orderId, shortages, lines: lines.map((line) => known(line, shelves)) }),
      ],
    }
  const priced = lines.map((line) => pricedBy(shelfOf(shelves, line.sku), line))
  return {
    reservation: { orderId, status: 'reserved', lines: priced, sequence: 1 },
    shelves: changed(shelves, lines, (shelf, quantity) => ({ reserved: shelf.reserved + quantity })),
    messages: [emit('ItemsReserved', { orderId, lines: priced, total: totalOf(priced, currency) })],
  }
}

function pick(reservation: Reservation, shelves: Shelves): Outcome {
  if (reservation.status !== 'reserved') return nothingToDo(reservation)
  const { orderId, lines, sequence } = reservation
  return {
    reservation: { ...reservation, status: 'picked', sequence: sequence + 1 },
    shelves: changed(shelves, lines, (shelf, quantity) => ({
      onHand: shelf.onHand - quantity,
      reserved: shelf.reserved - quantity,
    })),
    messages: [emit('ItemsPicked', { orderId })],
  }
}

function release(reservation: Reservation, shelves: Shelves): Outcome {
  const { status, lines } = reservation
  if (status === 'reserved')
    return {
      reservation: { ...reservation, status: 'released' },
      shelves: changed(shelves, lines, (shelf, quantity) => ({ reserved: shelf.reserved - quantity })),
      messages: [],
    }
  if (status === 'picked')
    return {
      reservation: { ...reservation, status: 'returned' },
      shelves: changed(shelves, lines, (shelf, quantity) => ({ onHand: shelf.onHand + quantity })),
      messages: [],
    }
  return nothingToDo(reservation)
}

const tombstone = (orderId: string): Outcome => ({
  reservation: { orderId, status: 'released', lines: [], sequence: 0 },
  shelves: [],
  messages: [],
})

const nothingToDo = ({ status }: Reservation): Outcome => ({ ignoredBecause: reasons[status] })

const reasons: Record<ReservationStatus, string> = {
  reserved: 'its items are held already',
  unavailable: 'its items were short and nothing is held',
  picked: 'its items left the shelf already',
  released: 'it has ended and holds nothing',
  returned: 'it has ended and its items are back on the shelf',
}

const pricedBy = ({ name, price }: Shelf, { sku, quantity }: Line): PricedLine => ({
  sku,
  quantity,
  name,
  unitPrice: price,
})

/** With name and price, if it is a product at all. */
function known(line: Line, shelves: Shelves): OrderedLine {
  const shelf = shelves.get(line.sku)
  return shelf ? pricedBy(shelf, line) : line
}

function shortagesOf(lines: readonly Line[], shelves: Shelves): Shortage[] {
  return [...quantities(lines)]
    .map(([sku, requested]) => ({ sku, requested, left: available(shelves.get(sku)) }))
    .filter(({ requested, left }) => requested > left)
}

const available = (shelf: Shelf | undefined): number =>
  shelf && !shelf.isRetired ? shelf.onHand - shelf.reserved : 0

/** How many of each SKU, since an order may name one in several lines. */
export function quantities(lines: readonly Line[]): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { sku, quantity } of lines) sums.set(sku, (sums.get(sku) ?? 0) + quantity)
  return sums
}

const changed = (
  shelves: Shelves,
  lines: readonly Line[],
  change: (shelf: Shelf, quantity: number) => Partial<Shelf>,
): Shelf[] =>
  [...quantities(lines)].map(([sku, quantity]) => {
    const shelf = shelfOf(shelves, sku)
    return { ...shelf, ...change(shelf, quantity) }
  })

function shelfOf(shelves: Shelves, sku: string): Shelf {
  const shelf = shelves.get(sku)
  if (!shelf) throw new Error(`there is no shelf for ${sku}`)
  return shelf
}
