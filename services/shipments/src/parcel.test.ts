import type { MessageType } from '@aos/contracts/messages'
import { describe, expect, it } from 'vitest'
import { consignment, inputs, ORDER_ID, parcels } from './parcel.samples.ts'
import { decide, type Input, type ParcelStatus } from './parcel.ts'

type Outcome = 'ignored' | [ParcelStatus, ...MessageType[]]
const ignored = 'ignored'

/** What becomes of a parcel (down) by what happens (across), and what is said about it. */
const table: Record<keyof typeof parcels, Record<Input['type'], Outcome>> = {
  nothing: {
    OrderApproved: ['booking'],
    CancelShipment: ['cancelled', 'ShipmentCancelled'],
    booked: ignored,
    refused: ignored,
    'called-off': ignored,
    dispatched: ignored,
    delivered: ignored,
    lost: ignored,
  },
  booking: {
    OrderApproved: ignored,
    CancelShipment: ['cancelling'],
    booked: ['booked', 'ShipmentBooked'],
    refused: ['failed', 'ShipmentFailed'],
    'called-off': ['failed', 'ShipmentFailed'],
    dispatched: ['dispatched', 'ShipmentBooked', 'ShipmentDispatched'],
    delivered: ['delivered', 'ShipmentBooked', 'ShipmentDelivered'],
    lost: ['failed', 'ShipmentFailed'],
  },
  booked: {
    OrderApproved: ignored,
    CancelShipment: ['cancelling'],
    booked: ignored,
    refused: ignored,
    'called-off': ['failed', 'ShipmentFailed'],
    dispatched: ['dispatched', 'ShipmentDispatched'],
    delivered: ['delivered', 'ShipmentDelivered'],
    lost: ['failed', 'ShipmentFailed'],
  },
  dispatched: {
    OrderApproved: ignored,
    CancelShipment: ['dispatched', 'ShipmentDispatched'],
    booked: ignored,
    refused: ignored,
    'called-off': ['failed', 'ShipmentFailed'],
    dispatched: ignored,
    delivered: ['delivered', 'ShipmentDelivered'],
    lost: ['failed', 'ShipmentFailed'],
  },
  delivered: {
    OrderApproved: ignored,
    CancelShipment: ['delivered', 'ShipmentDelivered'],
    booked: ignored,
    refused: ignored,
    'called-off': ignored,
    dispatched: ignored,
    delivered: ignored,
    lost: ignored,
  },
  'cancelling, perhaps booked': {
    OrderApproved: ignored,
    CancelShipment: ignored,
    booked: ['cancelling'],
    refused: ['cancelled', 'ShipmentCancelled'],
    'called-off': ['cancelled', 'ShipmentCancelled'],
    dispatched: ['dispatched', 'ShipmentDispatched'],
    delivered: ['delivered', 'ShipmentDelivered'],
    lost: ['failed', 'ShipmentFailed'],
  },
  'cancelling, booked': {
    OrderApproved: ignored,
    CancelShipment: ignored,
    booked: ignored,
    refused: ignored,
    'called-off': ['cancelled', 'ShipmentCancelled'],
    dispatched: ['dispatched', 'ShipmentDispatched'],
    delivered: ['delivered', 'ShipmentDelivered'],
    lost: ['failed', 'ShipmentFailed'],
  },
  cancelled: {
    OrderApproved: ignored,
    CancelShipment: ['cancelled', 'ShipmentCancelled'],
    booked: ignored,
    refused: ignored,
    'called-off': ignored,
    dispatched: ignored,
    delivered: ignored,
    lost: ignored,
  },
  failed: {
    OrderApproved: ignored,
    CancelShipment: ['failed', 'ShipmentFailed'],
    booked: ignored,
    refused: ignored,
    'called-off': ignored,
    dispatched: ignored,
    delivered: ignored,
    lost: ignored,
  },
}

const cases = Object.entries(table).flatMap(([status, row]) =>
  Object.entries(row).map(([type, outcome]) => ({ status, type, outcome })),
) as { status: keyof typeof parcels; type: Input['type']; outcome: Outcome }[]

describe.each(cases)('a parcel that is $status, on $type', ({ status, type, outcome }) => {
  const decision = decide(ORDER_ID, parcels[status], inputs[type])

  it(outcome === ignored ? 'stays as it is' : `becomes ${outcome.join(', says ')}`, () => {
    if ('ignored' in decision) expect(outcome).toBe(ignored)
    else
      expect([decision.parcel.status, ...decision.messages.map((message) => message.type)]).toEqual(outcome)
  })

  it('numbers its messages without gaps', () => {
    if ('ignored' in decision) return
    const before = parcels[status]?.sequence ?? 0
    expect(decision.messages.map(({ sequence }) => sequence)).toEqual(
      decision.messages.map((_, i) => before + 1 + i),
    )
    expect(decision.parcel.sequence).toBe(before + decision.messages.length)
  })
})

describe('what is said', () => {
  const said = (status: keyof typeof parcels, type: Input['type']) => {
    const decision = decide(ORDER_ID, parcels[status], inputs[type])
    return 'ignored' in decision ? [] : decision.messages.map(({ data }) => data)
  }

  it('names the tracking number and whom to tell when the parcel moves', () => {
    expect(said('booked', 'dispatched')).toEqual([
      {
        orderId: ORDER_ID,
        trackingNumber: consignment.trackingNumber,
        customer: { name: 'Ada Example', email: 'ada@example.com' },
        lines: parcels.booked.lines,
      },
    ])
  })

  it('shows what the order cost, in which language to say so', () => {
    const approval = inputs.OrderApproved.data
    const customer = { ...approval.customer, language: 'de' }
    const approved = decide(ORDER_ID, undefined, { type: 'OrderApproved', data: { ...approval, customer } })
    const { parcel } = approved as Extract<typeof approved, { parcel: unknown }>
    const moved = decide(ORDER_ID, parcel, inputs.delivered)
    const said = 'ignored' in moved ? [] : moved.messages.map(({ data }) => data)
    expect(said.at(-1)).toEqual({
      orderId: ORDER_ID,
      trackingNumber: consignment.trackingNumber,
      customer: { name: 'Ada Example', email: 'ada@example.com', language: 'de' },
      lines: approval.lines,
      total: approval.total,
    })
  })

  it('names the carrier’s reason for a refusal, again when asked again', () => {
    const refusal = [{ orderId: ORDER_ID, reason: 'no such address' }]
    expect(said('booking', 'refused')).toEqual(refusal)
    expect(said('failed', 'CancelShipment')).toEqual(refusal)
  })
})
