import type { Message } from '@aos/contracts/messages'
import type { Consignment, Input, News, Parcel } from './parcel.ts'

/** Builders with defaults, for tests. */

export const ORDER_ID = '0198d1c4-5e1b-7cc3-9d3a-0242ac120002'

export const consignment: Consignment = { carrierReference: 'parcel_1', trackingNumber: 'AW000000001CR' }

const approval = (
  overrides: Partial<Message<'OrderApproved'>['data']> = {},
): Message<'OrderApproved'>['data'] => ({
  orderId: ORDER_ID,
  customer: {
    name: 'Ada Example',
    email: 'ada@example.com',
    address: { street: 'Main Street 1', postalCode: '12345', city: 'Springfield', country: 'DE' },
  },
  lines: [{ sku: 'KET-001', quantity: 2, name: 'Kettle', unitPrice: 3900 }],
  total: { amount: 7800, currency: 'EUR' },
  ...overrides,
})

const { customer, lines } = approval()
const common = { orderId: ORDER_ID, sequence: 3, customer, lines }

export const parcels = {
  nothing: undefined,
  booking: { ...common, status: 'booking' },
  booked: { ...common, ...consignment, status: 'booked' },
  dispatched: { ...common, ...consignment, status: 'dispatched' },
  delivered: { ...common, ...consignment, status: 'delivered' },
  'cancelling, perhaps booked': { ...common, status: 'cancelling' },
  'cancelling, booked': { ...common, ...consignment, status: 'cancelling' },
  cancelled: { orderId: ORDER_ID, sequence: 3, status: 'cancelled' },
  failed: { ...common, status: 'failed', reason: 'no such address' },
} as const satisfies Record<string, Parcel | undefined>

const moved = <T extends News['type']>(type: T) => ({ type, ...consignment })

export const inputs = {
  OrderApproved: { type: 'OrderApproved', data: approval() },
  CancelShipment: { type: 'CancelShipment', data: { orderId: ORDER_ID } },
  booked: moved('booked'),
  refused: { type: 'refused', reason: 'no such address' },
  'called-off': { type: 'called-off' },
  dispatched: moved('dispatched'),
  delivered: moved('delivered'),
  lost: moved('lost'),
} as const satisfies Record<Input['type'], Input>
