import { type Emitted, emit } from '@aos/contracts/messages'
import type { Line, PricedLine } from '@aos/contracts/order-parts'
import { anOrder } from './order-samples.ts'

/*
 * Small models of those who answer orders, for one order, each as honest as its service: it acts once,
 * says what really happened, and says it again when asked again. `acts` is what may happen there at any
 * time without a message: at the payment broker, at the carrier.
 */
export interface Owner {
  hear: (message: Emitted) => Emitted[]
  acts: () => Record<string, () => Emitted[]>
}

const { id: orderId, total, customer } = anOrder()
const contact = { name: customer.name, email: customer.email }
const tracking = { orderId, trackingNumber: 'TRACK1' }

export class Stock implements Owner {
  status: 'none' | 'reserved' | 'unavailable' | 'picked' | 'ended' = 'none'
  readonly #answer: 'held' | 'short' | 'dearer'

  constructor(answer: 'held' | 'short' | 'dearer') {
    this.#answer = answer
  }

  acts = () => ({})

  hear = ({ type, data }: Emitted): Emitted[] => {
    if (type === 'ReserveItems' && this.status === 'none') return this.#reserve(data.lines)
    if (type === 'OrderApproved' && this.status === 'reserved') {
      this.status = 'picked'
      return [emit('ItemsPicked', { orderId })]
    }
    if (type === 'OrderRejected' || type === 'OrderCancelled') this.status = 'ended'
    return []
  }

  #reserve(wanted: Line[]): Emitted[] {
    this.status = this.#answer === 'short' ? 'unavailable' : 'reserved'
    if (this.#answer === 'short')
      return [emit('ItemsUnavailable', { orderId, shortages: [{ sku: 'KET-001', requested: 2, left: 1 }] })]
    const lines = wanted.map((line): PricedLine => ({ ...line, name: 'Kettle', unitPrice: 3_900 }))
    const amount = total.amount + (this.#answer === 'dearer' ? 1 : 0)
    return [emit('ItemsReserved', { orderId, lines, total: { ...total, amount } })]
  }
}

export class Payments implements Owner {
  status:
    | 'none'
    | 'processing'
    | 'succeeded'
    | 'failed'
    | 'cancelling'
    | 'cancelled'
    | 'refunding'
    | 'refunded' = 'none'
  /** What the broker holds of the customer's money, and how often it took it. */
  held = 0
  charges = 0
  returnedByHand = false
  #chargedLate = false

  hear = ({ type }: Emitted): Emitted[] => {
    switch (type) {
      case 'ProcessPayment':
        return this.status === 'none' ? this.#become('processing') : []
      case 'CancelPayment':
        if (this.status === 'none') return this.#become('cancelled')
        return this.status === 'processing' ? this.#become('cancelling') : this.#tell()
      case 'RefundPayment':
        if (this.status === 'none') return this.#become('cancelled')
        if (this.status === 'processing') return this.#become('cancelling')
        return this.status === 'succeeded' ? this.#become('refunding') : this.#tell()
      default:
        return []
    }
  }

  acts = (): Record<string, () => Emitted[]> => {
    switch (this.status) {
      case 'processing':
        return { 'the broker charges': this.#charge, 'the broker declines': () => this.#become('failed') }
      case 'cancelling':
        return {
          'the broker calls off': () => this.#become('cancelled'),
          'the broker had charged': this.#charge,
          'the broker had declined': () => this.#become('failed'),
        }
      case 'refunding':
        return { 'the broker returns': this.#return }
      case 'succeeded':
        return { 'somebody returns by hand': this.#returnByHand }
      case 'failed':
      case 'cancelled':
        return this.#chargedLate || this.charges > 0 ? {} : { 'the broker charges late': this.#chargeLate }
      default:
        return {}
    }
  }

  #charge = (): Emitted[] => {
    this.charges += 1
    this.held += total.amount
    return this.#become('succeeded')
  }

  #chargeLate = (): Emitted[] => {
    this.#chargedLate = true
    this.charges += 1
    this.held += total.amount
    return this.#become('refunding')
  }

  #return = (): Emitted[] => {
    this.held -= total.amount
    return this.#become('refunded')
  }

  #returnByHand = (): Emitted[] => {
    this.returnedByHand = true
    return this.#return()
  }

  #become(status: Payments['status']): Emitted[] {
    this.status = status
    return this.#tell()
  }

  #tell(): Emitted[] {
    switch (this.status) {
      case 'succeeded':
        return [emit('PaymentSucceeded', { orderId, amount: total, brokerReference: 'pi_1' })]
      case 'failed':
        return [emit('PaymentFailed', { orderId, code: 'card_declined', message: 'Declined.' })]
      case 'cancelled':
        return [emit('PaymentCancelled', { orderId })]
      case 'refunded':
        return [emit('PaymentRefunded', { orderId, amount: total })]
      default:
        return []
    }
  }
}

export class Shipments implements Owner {
  status: 'none' | 'booking' | 'booked' | 'dispatched' | 'delivered' | 'cancelling' | 'cancelled' | 'failed' =
    'none'

  hear = ({ type }: Emitted): Emitted[] => {
    if (type === 'OrderApproved') return this.status === 'none' ? this.#become('booking') : []
    if (type !== 'CancelShipment') return []
    if (this.status === 'none') return this.#become('cancelled')
    const isOpen = this.status === 'booking' || this.status === 'booked'
    return isOpen ? this.#become('cancelling') : this.#tell()
  }

  acts = (): Record<string, () => Emitted[]> => {
    const leaves = { 'the parcel leaves': () => this.#become('dispatched') }
    const fails = { 'the shipment fails': () => this.#become('failed') }
    switch (this.status) {
      case 'booking':
        return { 'the carrier books': () => this.#become('booked'), ...fails }
      case 'booked':
        return { ...leaves, ...fails }
      case 'dispatched':
        return { 'the parcel arrives': () => this.#become('delivered'), ...fails }
      case 'cancelling':
        return { 'the carrier calls off': () => this.#become('cancelled'), ...leaves, ...fails }
      default:
        return {}
    }
  }

  #become(status: Shipments['status']): Emitted[] {
    this.status = status
    return this.#tell()
  }

  #tell(): Emitted[] {
    switch (this.status) {
      case 'booked':
        return [emit('ShipmentBooked', tracking)]
      case 'dispatched':
        return [emit('ShipmentDispatched', { ...tracking, customer: contact })]
      case 'delivered':
        return [emit('ShipmentDelivered', { ...tracking, customer: contact })]
      case 'cancelled':
        return [emit('ShipmentCancelled', { orderId })]
      case 'failed':
        return [emit('ShipmentFailed', { orderId, reason: 'The parcel was lost.' })]
      default:
        return []
    }
  }
}

/** Sends an e-mail about each message that customers are told of. */
export class Notifications implements Owner {
  acts = () => ({})

  hear = ({ type }: Emitted): Emitted[] => [
    emit('CustomerNotified', { orderId, about: type, messageId: `<${type}@example.com>` }),
  ]
}
