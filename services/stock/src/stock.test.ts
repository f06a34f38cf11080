import { emit } from '@aos/contracts/messages'
import { describe, expect, it } from 'vitest'
import { decide, type Reservation, type ReservationStatus, type Shelf, type StockMessage } from './stock.ts'

const orderId = '0198f2c0-0000-7000-8000-000000000001'
const customer = { name: 'Ada', email: 'ada@example.com' }
const total = { amount: 1000, currency: 'CHF' }

const aShelf = (overrides: Partial<Shelf> = {}): Shelf => ({
  sku: 'KET-001',
  name: 'Kettle',
  price: 500,
  onHand: 10,
  reserved: 4,
  ...overrides,
})
const shelves = (...all: Shelf[]) => new Map(all.map((shelf) => [shelf.sku, shelf]))

const aReservation = (overrides: Partial<Reservation> = {}): Reservation => ({
  orderId,
  status: 'reserved',
  lines: [{ sku: 'KET-001', quantity: 2, name: 'Kettle', unitPrice: 500 }],
  sequence: 1,
  ...overrides,
})

const reserve = (...lines: { sku: string; quantity: number }[]) => emit('ReserveItems', { orderId, lines })

const said = {
  ReserveItems: reserve({ sku: 'KET-001', quantity: 2 }),
  OrderApproved: emit('OrderApproved', {
    orderId,
    customer: { ...customer, address: { street: 'S 1', postalCode: '1', city: 'C', country: 'DE' } },
    lines: aReservation().lines,
    total,
  }),
  OrderRejected: emit('OrderRejected', { orderId, customer, total, reason: 'payment-declined', detail: '' }),
  OrderCancelled: emit('OrderCancelled', { orderId, customer, total, reason: 'customer' }),
} satisfies Record<string, StockMessage>

describe('a retired product', () => {
  const retired = aShelf({ isRetired: true })

  it('is not held any more, as if none were left', () => {
    const lines = [{ sku: 'KET-001', quantity: 1 }]
    expect(
      decide(undefined, emit('ReserveItems', { orderId, lines }), shelves(retired), 'CHF'),
    ).toMatchObject({
      reservation: { status: 'unavailable' },
      messages: [{ data: { shortages: [{ sku: 'KET-001', requested: 1, left: 0 }] } }],
    })
  })

  it('that is held already is picked all the same', () => {
    expect(decide(aReservation(), said.OrderApproved, shelves(retired), 'CHF')).toMatchObject({
      reservation: { status: 'picked' },
      shelves: [{ onHand: 8, reserved: 2 }],
    })
  })
})

describe('every status with every message', () => {
  type Expected =
    | { status: ReservationStatus; onHand: number; reserved: number; says: readonly string[] }
    | string
  const ended = { status: 'released', onHand: 10, reserved: 4, says: [] } as const
  const released = { status: 'released', onHand: 10, reserved: 2, says: [] } as const
  const returned = { status: 'returned', onHand: 12, reserved: 4, says: [] } as const
  const held = 'its items are held already'
  const short = 'its items were short and nothing is held'
  const gone = 'its items left the shelf already'
  const over = 'it has ended and holds nothing'
  const back = 'it has ended and its items are back on the shelf'

  const table: Record<ReservationStatus | 'none', Record<keyof typeof said, Expected>> = {
    none: {
      ReserveItems: { status: 'reserved', onHand: 10, reserved: 6, says: ['ItemsReserved'] },
      OrderApproved: 'nothing was reserved for it',
      OrderRejected: ended,
      OrderCancelled: ended,
    },
    reserved: {
      ReserveItems: held,
      OrderApproved: { status: 'picked', onHand: 8, reserved: 2, says: ['ItemsPicked'] },
      OrderRejected: released,
      OrderCancelled: released,
    },
    unavailable: { ReserveItems: short, OrderApproved: short, OrderRejected: short, OrderCancelled: short },
    picked: { ReserveItems: gone, OrderApproved: gone, OrderRejected: returned, OrderCancelled: returned },
    released: { ReserveItems: over, OrderApproved: over, OrderRejected: over, OrderCancelled: over },
    returned: { ReserveItems: back, OrderApproved: back, OrderRejected: back, OrderCancelled: back },
  }

  const pairs = Object.entries(table).flatMap(([status, row]) =>
    Object.entries(row).map(([type, expected]) => ({ status, type, expected })),
  )

  it.each(pairs)('$status › $type', ({ status, type, expected }) => {
    const reservation =
      status === 'none' ? undefined : aReservation({ status: status as ReservationStatus, sequence: 1 })
    const outcome = decide(reservation, said[type as keyof typeof said], shelves(aShelf()), 'CHF')
    if ('ignoredBecause' in outcome) return expect(outcome.ignoredBecause).toBe(expected)
    const { onHand, reserved } = outcome.shelves[0] ?? aShelf()
    const says = outcome.messages.map((message) => message.type)
    expect({ status: outcome.reservation.status, onHand, reserved, says }).toEqual(expected)
    expect(outcome.reservation.sequence).toBe((reservation?.sequence ?? 0) + says.length)
  })
})

describe('reserving', () => {
  const lamp = aShelf({ sku: 'LMP-001', name: 'Lamp', price: 2500, onHand: 3, reserved: 3 })

  it('tells the prices and names of the catalogue, line by line', () => {
    const outcome = decide(
      undefined,
      reserve({ sku: 'KET-001', quantity: 2 }, { sku: 'CUP-001', quantity: 1 }),
      shelves(aShelf(), aShelf({ sku: 'CUP-001', name: 'Cup', price: 700 })),
      'CHF',
    )
    const lines = [
      { sku: 'KET-001', quantity: 2, name: 'Kettle', unitPrice: 500 },
      { sku: 'CUP-001', quantity: 1, name: 'Cup', unitPrice: 700 },
    ]
    expect(outcome).toMatchObject({
      reservation: { lines },
      messages: [emit('ItemsReserved', { orderId, lines, total: { amount: 1700, currency: 'CHF' } })],
    })
  })

  it('holds nothing when one of the items is short, and says how many of each are left, and all that it knows of them', () => {
    const outcome = decide(
      undefined,
      reserve(
        { sku: 'KET-001', quantity: 1 },
        { sku: 'LMP-001', quantity: 1 },
        { sku: 'NIX-001', quantity: 5 },
      ),
      shelves(aShelf(), lamp),
      'CHF',
    )
    const shortages = [
      { sku: 'LMP-001', requested: 1, left: 0 },
      { sku: 'NIX-001', requested: 5, left: 0 },
    ]
    expect(outcome).toEqual({
      reservation: { orderId, status: 'unavailable', lines: [], sequence: 1 },
      shelves: [],
      messages: [
        emit('ItemsUnavailable', {
          orderId,
          shortages,
          lines: [
            { sku: 'KET-001', quantity: 1, name: 'Kettle', unitPrice: 500 },
            { sku: 'LMP-001', quantity: 1, name: 'Lamp', unitPrice: 2500 },
            { sku: 'NIX-001', quantity: 5 },
          ],
        }),
      ],
    })
  })

  it('sums the lines of a SKU before it compares', () => {
    const twice = (quantity: number) =>
      decide(
        undefined,
        reserve({ sku: 'KET-001', quantity: 3 }, { sku: 'KET-001', quantity }),
        shelves(aShelf()),
        'CHF',
      )
    expect(twice(3)).toMatchObject({ reservation: { status: 'reserved' }, shelves: [{ reserved: 10 }] })
    expect(twice(4)).toMatchObject({
      messages: [{ data: { shortages: [{ sku: 'KET-001', requested: 7, left: 6 }] } }],
    })
  })
})
