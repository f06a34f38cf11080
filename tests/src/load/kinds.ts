import type { PlaceOrder } from '@aos/contracts/http'
import type { OrderStatus } from '@aos/contracts/journey'
import type { Customer } from '@aos/contracts/order-parts'

/** A shopper, what is special about the order, and how it may end. */
export interface Kind {
  name: string
  /** How many of a hundred orders are of this kind in the usual mix. */
  weight: number
  ends: readonly OrderStatus[]
  change?: (order: PlaceOrder) => PlaceOrder
  /** When the shopper asks to cancel, counted from the answer. */
  cancelAfterMs?: number
  /** Sends the same request twice at once, as a double click does. */
  isSentTwice?: boolean
}

const paidWith = (paymentMethod: string) => (order: PlaceOrder) => ({ ...order, paymentMethod })

const debitedFrom = (paymentMethod: string) => (order: PlaceOrder) => ({
  ...order,
  paymentMethod,
  paymentType: 'sepa-debit' as const,
})

const livingAt = (address: Partial<Customer['address']>) => (order: PlaceOrder) => ({
  ...order,
  customer: { ...order.customer, address: { ...order.customer.address, ...address } },
})

const arrives = ['delivered'] as const
const isRejected = ['rejected'] as const
const isCancelled = ['cancelled'] as const
/** Whether the wish came in time is decided by a race. */
const maybeCancelled = ['delivered', 'cancelled'] as const

export const good: Kind = { name: 'good', weight: 47, ends: arrives }

export const kinds: readonly Kind[] = [
  good,
  { name: 'double click', weight: 5, ends: arrives, isSentTwice: true },
  {
    name: 'out of stock',
    weight: 5,
    ends: isRejected,
    // No shelf holds so many, however often it was filled up.
    change: (order) => ({
      ...order,
      lines: Array.from({ length: 100 }, () => ({ sku: order.lines[0]?.sku ?? '', quantity: 999 })),
    }),
  },
  {
    name: 'price changed',
    weight: 3,
    ends: isRejected,
    change: (order) => ({ ...order, total: { ...order.total, amount: order.total.amount + 1 } }),
  },
  { name: 'declined', weight: 6, ends: isRejected, change: paidWith('pm_card_visa_chargeDeclined') },
  { name: 'cancelled at once', weight: 6, ends: maybeCancelled, cancelAfterMs: 0 },
  { name: 'cancelled later', weight: 5, ends: maybeCancelled, cancelAfterMs: 1500 },
  { name: 'payment takes time', weight: 4, ends: arrives, change: paidWith('pm_card_processing') },
  {
    name: 'payment takes time, then is declined',
    weight: 2,
    ends: isRejected,
    change: paidWith('pm_card_processing_declined'),
  },
  { name: 'debit', weight: 2, ends: arrives, change: debitedFrom('pm_success_de') },
  { name: 'debit that the bank returns', weight: 1, ends: isRejected, change: debitedFrom('pm_failed_de') },
  { name: 'broker drops the answer', weight: 3, ends: arrives, change: paidWith('pm_card_drop') },
  { name: 'broker drops the question', weight: 2, ends: arrives, change: paidWith('pm_card_drop_before') },
  { name: 'broker hangs', weight: 1, ends: arrives, change: paidWith('pm_card_hang') },
  { name: 'broker answers 500', weight: 2, ends: arrives, change: paidWith('pm_card_error') },
  { name: 'no such address', weight: 2, ends: isCancelled, change: livingAt({ postalCode: '00000' }) },
  { name: 'parcel lost', weight: 1, ends: isCancelled, change: livingAt({ street: '1 test-lost Lane' }) },
  {
    name: 'carrier drops the answer',
    weight: 2,
    ends: arrives,
    change: livingAt({ street: '1 test-drop Lane' }),
  },
  {
    name: 'carrier answers 500',
    weight: 1,
    ends: arrives,
    change: livingAt({ street: '1 test-error Lane' }),
  },
]

/** Kinds for so many orders: each as often as its weight says, well mixed, the same at every run. */
export function mixOf(count: number, from: readonly Kind[] = kinds): Kind[] {
  const total = from.reduce((sum, { weight }) => sum + weight, 0)
  const due = from.map((kind) => ({ kind, credit: 0 }))
  return Array.from({ length: count }, () => {
    for (const one of due) one.credit += one.kind.weight / total
    const next = due.reduce((best, one) => (one.credit > best.credit ? one : best))
    next.credit -= 1
    return next.kind
  })
}
