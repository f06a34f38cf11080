import type { Order } from '@aos/contracts/http'
import type { JourneyEntryType } from '@aos/contracts/journey'

const placedAt = '2026-03-01T10:00:00.000Z'

/** Each type happened ten milliseconds after the one before. */
export function anOrder(
  status: Order['status'],
  types: JourneyEntryType[],
  overrides: Partial<Order> = {},
): Order {
  return {
    id: '0199aaaa-0000-7000-8000-000000000001',
    status,
    lines: [{ sku: 'KET-001', quantity: 1 }],
    total: { amount: 3900, currency: 'EUR' },
    customer: {
      name: 'Ada',
      email: 'ada@example.com',
      address: { street: 'Long Lane 1', postalCode: '10115', city: 'Berlin', country: 'DE' },
    },
    cancellable: true,
    placedAt,
    journey: types.map((type, index) => ({
      position: index + 1,
      type,
      at: new Date(Date.parse(placedAt) + index * 10).toISOString(),
    })),
    ...overrides,
  }
}

export const untilPaid: JourneyEntryType[] = [
  'OrderPlaced',
  'ReserveItems',
  'ItemsReserved',
  'ProcessPayment',
  'PaymentSucceeded',
]

export const untilApproved: JourneyEntryType[] = [...untilPaid, 'OrderApproved']

export const untilShipped: JourneyEntryType[] = [
  ...untilApproved,
  'ItemsPicked',
  'CustomerNotified',
  'ShipmentBooked',
  'ShipmentDispatched',
]
