import { emit } from '@aos/contracts/messages'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decide, quantities, type Reservation, type Shelf, type StockMessage } from './stock.ts'

const skus = ['CUP-001', 'KET-001', 'LMP-001']
const orderIds = Array.from({ length: 6 }, (_, i) => `0198f2c0-0000-7000-8000-00000000000${i}`)
const customer = {
  name: 'Ada',
  email: 'ada@example.com',
  address: { street: 'S 1', postalCode: '1', city: 'C', country: 'DE' },
}
const total = { amount: 0, currency: 'EUR' }

const lines = fc.array(
  fc.record({ sku: fc.constantFrom(...skus, 'NIX-001'), quantity: fc.integer({ min: 1, max: 4 }) }),
  { minLength: 1, maxLength: 4 },
)
const message = fc.constantFrom(...orderIds).chain(
  (orderId): fc.Arbitrary<StockMessage> =>
    fc.oneof(
      lines.map((lines) => emit('ReserveItems', { orderId, lines })),
      fc.constant(emit('OrderApproved', { orderId, customer, lines: [], total })),
      fc.constant(
        emit('OrderRejected', { orderId, customer, total, reason: 'payment-declined', detail: '' }),
      ),
      fc.constant(emit('OrderCancelled', { orderId, customer, total, reason: 'customer' })),
    ),
)

/** Any message of any order at any time, which includes every order of arrival and every duplicate. */
const arrivals = fc.array(message, { maxLength: 60 })
const restocked = fc.tuple(...skus.map(() => fc.integer({ min: 0, max: 12 })))

const sumOf = (sku: string, status: string, reservations: Map<string, Reservation>): number =>
  [...reservations.values()]
    .filter((reservation) => reservation.status === status)
    .reduce((sum, { lines }) => sum + (quantities(lines).get(sku) ?? 0), 0)

it('conserves stock through any sequence of messages', () => {
  fc.assert(
    fc.property(restocked, arrivals, (initial, messages) => {
      const initially = (sku: string) => initial[skus.indexOf(sku)] ?? 0
      const shelves = new Map<string, Shelf>(
        skus.map((sku) => [sku, { sku, name: sku, price: 100, onHand: initially(sku), reserved: 0 }]),
      )
      const reservations = new Map<string, Reservation>()
      const ended = new Set<string>()
      for (const message of messages) {
        const { orderId } = message.data
        const outcome = decide(reservations.get(orderId), message, shelves, 'EUR')
        if (message.type === 'OrderRejected' || message.type === 'OrderCancelled') ended.add(orderId)
        if ('ignoredBecause' in outcome) continue
        reservations.set(orderId, outcome.reservation)
        for (const shelf of outcome.shelves) shelves.set(shelf.sku, shelf)

        for (const { sku, onHand, reserved } of shelves.values()) {
          expect(onHand + sumOf(sku, 'picked', reservations)).toBe(initially(sku))
          expect(reserved).toBe(sumOf(sku, 'reserved', reservations))
          expect(reserved).toBeGreaterThanOrEqual(0)
          expect(onHand).toBeGreaterThanOrEqual(reserved)
        }
      }
      for (const orderId of ended)
        expect(['released', 'returned', 'unavailable']).toContain(reservations.get(orderId)?.status)
    }),
    { numRuns: 500 },
  )
})
