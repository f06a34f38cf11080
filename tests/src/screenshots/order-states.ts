import type { Order } from '@aos/contracts/http'
import type { JourneyEntryType } from '@aos/contracts/journey'
import type { Page } from 'playwright-core'
import { longName } from './products.ts'

const id = '0199aaaa-0000-7000-8000-0000c0ffee01'
const MINUTE = 60 * 1000
const placedAt = Date.parse('2026-03-02T10:04:00.000Z')

const toPayment: JourneyEntryType[] = ['OrderPlaced', 'ReserveItems', 'ItemsReserved', 'ProcessPayment']
const toApproval: JourneyEntryType[] = [...toPayment, 'PaymentSucceeded', 'OrderApproved']
const toPacking: JourneyEntryType[] = [...toApproval, 'ItemsPicked', 'CustomerNotified', 'ShipmentBooked']
const toRefund: JourneyEntryType[] = ['CancelShipment', 'ShipmentCancelled', 'RefundPayment']

const order = (
  status: Order['status'],
  types: JourneyEntryType[],
  { stretched = false, ...overrides }: Partial<Order> & { stretched?: boolean } = {},
): Order => ({
  id,
  status,
  lines: [
    { sku: 'KET-001', quantity: 2, name: 'Patience Pour-Over Kettle', unitPrice: 6900 },
    { sku: 'MUG-001', quantity: 1, name: 'Monday Mug', unitPrice: 1800 },
  ],
  total: { amount: 15_600, currency: 'EUR' },
  customer: {
    name: 'Ada Lovelace',
    email: 'ada@example.com',
    address: { street: '12 Market Street', postalCode: '10115', city: 'Berlin', country: 'DE' },
  },
  ...(types.includes('ShipmentBooked') && { trackingNumber: 'AW000000042CR' }),
  cancellable: ['placed', 'awaiting-payment', 'approved'].includes(status),
  placedAt: new Date(placedAt).toISOString(),
  journey: types.map((type, index) => ({
    position: index + 1,
    type,
    at: new Date(placedAt + index * (stretched ? 180 : 1) * MINUTE).toISOString(),
  })),
  traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
  ...overrides,
})

/** An order in each state that its shopper can find it in. */
export const orderStates = {
  placed: order('placed', ['OrderPlaced', 'ReserveItems'], {
    lines: [
      { sku: 'KET-001', quantity: 2 },
      { sku: 'MUG-001', quantity: 1 },
    ],
  }),
  waiting: order('awaiting-payment', toPayment),
  approved: order('approved', toPacking),
  shipped: order('shipped', [...toPacking, 'ShipmentDispatched'], { stretched: true }),
  'shipped-in-spite': order('shipped', [...toPacking, 'CancellationRequested', 'ShipmentDispatched']),
  delivered: order('delivered', [...toPacking, 'ShipmentDispatched', 'ShipmentDelivered'], {
    stretched: true,
  }),
  'rejected-sold-out': order(
    'rejected',
    ['OrderPlaced', 'ReserveItems', 'ItemsUnavailable', 'OrderRejected'],
    {
      reason: 'unavailable',
      detail: 'KET-001: 2 wanted, 1 left; MUG-001: 1 wanted, 0 left',
    },
  ),
  'rejected-declined': order('rejected', [...toPayment, 'PaymentFailed', 'OrderRejected'], {
    reason: 'payment-declined',
    detail: 'Your card has insufficient funds.',
  }),
  'rejected-repriced': order('rejected', ['OrderPlaced', 'ReserveItems', 'ItemsReserved', 'OrderRejected'], {
    reason: 'price-changed',
    detail: 'Prices changed since they were shown; nothing was charged.',
  }),
  cancelling: order('cancelling', [...toPacking, 'CancellationRequested', 'CancelShipment'], {
    reason: 'customer',
  }),
  cancelled: order('cancelled', ['OrderPlaced', 'ReserveItems', 'CancellationRequested', 'OrderCancelled'], {
    reason: 'customer',
  }),
  'cancelled-refunded': order(
    'cancelled',
    [...toPacking, 'CancellationRequested', ...toRefund, 'PaymentRefunded', 'OrderCancelled'],
    { reason: 'customer' },
  ),
  'cancelled-undeliverable': order(
    'cancelled',
    [...toPacking, 'ShipmentFailed', 'RefundPayment', 'PaymentRefunded', 'OrderCancelled'],
    { reason: 'shipment-failed', detail: 'nobody lives there' },
  ),
  long: order('approved', toPacking, {
    lines: Array.from({ length: 12 }, (_, i) => ({
      sku: `KET-0${String(i).padStart(2, '0')}`,
      quantity: i + 1,
      name: i % 3 === 0 ? longName : 'Patience Pour-Over Kettle',
      unitPrice: 6900,
    })),
    total: { amount: 538_200, currency: 'EUR' },
    customer: {
      name: 'Hubert Blaine Wolfeschlegelsteinhausenbergerdorff-Donaudampfschifffahrtsgesellschaft',
      email:
        'hubert.wolfeschlegelsteinhausenbergerdorff.senior@donaudampfschifffahrtsgesellschaft.example.com',
      address: {
        street: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Street 1234',
        postalCode: '10115',
        city: 'Berlin',
        country: 'DE',
      },
    },
  }),
} satisfies Record<string, Order>
export type OrderState = keyof typeof orderStates

/** Opens the page of an order that is, and stays, in this state. */
export async function openOrder(page: Page, state: OrderState): Promise<void> {
  const known = orderStates[state]
  await page.route(`**/api/v1/orders/${id}/events`, (route) => route.abort())
  // Whoever asks for news waits for it.
  await page.route(`**/api/v1/orders/${id}?after=*`, () => {})
  await page.route(`**/api/v1/orders/${id}`, (route) => route.fulfill({ json: known }))
  await page.goto(`/orders/${id}`)
  await page.locator(`[data-status="${known.status}"]`).waitFor()
}
