import { type Emitted, emit, type Message } from '@aos/contracts/messages'
import { type Customer, contactOf, type PricedLine } from '@aos/contracts/order-parts'
import { removedPerson } from '@aos/contracts/removed-person'

/** What the shipment company calls the parcel: its own id, and the number that the customer can follow. */
export interface Consignment {
  carrierReference: string
  trackingNumber: string
}

type Approval = Message<'OrderApproved'>['data']

/** What the order cost, for the letters about the parcel. */
export type Bill = Pick<Approval, 'total' | 'totals' | 'tax' | 'delivery'>

interface Contents {
  customer: Customer
  lines: PricedLine[]
  /** How it is to come, as the shipment company calls it; absent where nobody chose. */
  service?: string | undefined
  /** Parcels from before there were letters about it have none. */
  bill?: Bill | undefined
}

interface Common {
  orderId: string
  /** How many messages this service said about the order. */
  sequence: number
}

/**
 * What is to be sent for one order, at most once.
 *
 *   booking ──▶ booked ──▶ dispatched ──▶ delivered
 *      │  ╲        │  ╲         ╲
 *      ▼   ╲       ▼   ╲─────────╲──▶ failed: refused, lost, or called off by the shipment company
 *   cancelling ──────────▶ cancelled, or whatever happened before the cancellation came
 *
 * While it is `cancelling` the booking may still be under way: then there is no consignment yet.
 */
export type Parcel = Common &
  (
    | (Contents & { status: 'booking' })
    | (Contents & Consignment & { status: 'booked' | 'dispatched' | 'delivered' })
    | (Contents & Partial<Consignment> & { status: 'cancelling' })
    | (Contents & Partial<Consignment> & { status: 'failed'; reason: string })
    // Called off, perhaps before anybody said what to send: then it is a tombstone.
    | (Partial<Contents & Consignment> & { status: 'cancelled' })
  )
export type ParcelStatus = Parcel['status']

/** What the shipment company says, in an answer, in a webhook, or when it is asked. */
export type News =
  | ({ type: 'booked' | 'dispatched' | 'delivered' | 'lost' } & Consignment)
  | { type: 'refused'; reason: string }
  | { type: 'called-off' }

export type Input = Pick<Message<'OrderApproved' | 'CancelShipment'>, 'type' | 'data'> | News

export type Decision = { parcel: Parcel; messages: (Emitted & { sequence: number })[] } | { ignored: string }

const ignore = (because: string): Decision => ({ ignored: because })

const become = (parcel: Parcel, ...said: Emitted[]): Decision => ({
  parcel: { ...withoutPerson(parcel), sequence: parcel.sequence + said.length },
  messages: said.map((message, i) => ({ ...message, sequence: parcel.sequence + i + 1 })),
})

/** To whom a parcel goes is known here for as long as it is under way; then orders alone knows it. */
const withoutPerson = (parcel: Parcel): Parcel =>
  isOver(parcel) && parcel.customer ? { ...parcel, customer: removedPerson } : parcel

type OverStatus = 'delivered' | 'cancelled' | 'failed'
const isOver = (parcel: Parcel): parcel is Parcel & { status: OverStatus } =>
  parcel.status === 'delivered' || parcel.status === 'cancelled' || parcel.status === 'failed'

export function decide(orderId: string, parcel: Parcel | undefined, input: Input): Decision {
  switch (input.type) {
    case 'OrderApproved':
      return approve(parcel, input.data as Approval)
    case 'CancelShipment':
      return cancel(parcel ?? { orderId, status: 'cancelled', sequence: 0 })
    default:
      return parcel ? hear(parcel, input) : ignore('there is no parcel for this order')
  }
}

function approve(parcel: Parcel | undefined, { orderId, customer, lines, ...bill }: Approval): Decision {
  if (parcel?.status === 'cancelled') return ignore('the shipment was called off before')
  if (parcel) return ignore('the order is being shipped already')
  const service = bill.delivery?.id
  return become({ orderId, status: 'booking', sequence: 0, customer, lines, service, bill })
}

/** Answers with what really happened, as often as it is asked. */
function cancel(parcel: Parcel): Decision {
  switch (parcel.status) {
    case 'booking':
    case 'booked':
      return become({ ...parcel, status: 'cancelling' })
    case 'cancelling':
      return ignore('the shipment company is being asked already')
    default:
      return become(parcel, whatHappened(parcel))
  }
}

function hear(parcel: Parcel, news: News): Decision {
  if (isOver(parcel)) return ignore(`the parcel is ${parcel.status} already`)
  switch (news.type) {
    case 'booked':
      return hearBooked(parcel, news)
    case 'refused':
      return hearRefused(parcel, news.reason)
    case 'called-off':
      return parcel.status === 'cancelling'
        ? now({ ...parcel, status: 'cancelled' })
        : now({ ...parcel, status: 'failed', reason: 'the shipment company called the parcel off' })
    case 'lost':
      return now({ ...parcel, ...consignmentOf(news), status: 'failed', reason: 'the parcel was lost' })
    default:
      return hearMoved(parcel, news.type, consignmentOf(news))
  }
}

type Open = Exclude<Parcel, { status: OverStatus }>

const consignmentOf = ({ carrierReference, trackingNumber }: Consignment): Consignment => ({
  carrierReference,
  trackingNumber,
})

function hearBooked(parcel: Open, news: Consignment): Decision {
  if (parcel.status === 'booking') return now({ ...parcel, ...consignmentOf(news), status: 'booked' })
  if (parcel.status === 'cancelling' && parcel.carrierReference === undefined)
    return become({ ...parcel, ...consignmentOf(news) })
  return ignore('the booking is known already')
}

function hearRefused(parcel: Open, reason: string): Decision {
  if (parcel.status === 'booking') return now({ ...parcel, status: 'failed', reason })
  if (parcel.status === 'cancelling' && parcel.carrierReference === undefined)
    return now({ ...parcel, status: 'cancelled' })
  return ignore('the parcel has been booked')
}

/** Webhooks overtake each other, and may overtake the answer to the booking. */
function hearMoved(parcel: Open, status: 'dispatched' | 'delivered', consignment: Consignment): Decision {
  if (parcel.status === status) return ignore('this is known already')
  const moved = { ...parcel, ...consignment, status }
  if (parcel.status !== 'booking') return now(moved)
  return become(moved, whatHappened({ ...moved, status: 'booked' }), whatHappened(moved))
}

/** The parcel as it is now, and the message that says so. */
const now = (parcel: Told): Decision => become(parcel, whatHappened(parcel))

type Told = Exclude<Parcel, { status: 'booking' | 'cancelling' }>

function whatHappened(parcel: Told): Emitted {
  const { orderId } = parcel
  switch (parcel.status) {
    case 'cancelled':
      return emit('ShipmentCancelled', { orderId })
    case 'failed':
      return emit('ShipmentFailed', { orderId, reason: parcel.reason })
    case 'booked':
      return emit('ShipmentBooked', { orderId, trackingNumber: parcel.trackingNumber })
    default: {
      const { status, trackingNumber, customer, lines, bill } = parcel
      const type = status === 'dispatched' ? 'ShipmentDispatched' : 'ShipmentDelivered'
      return emit(type, { orderId, trackingNumber, customer: contactOf(customer), lines, ...bill })
    }
  }
}
