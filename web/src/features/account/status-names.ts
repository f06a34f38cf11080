import type { OrderGlance } from '@aos/contracts/order-history'

/** In a word; the order's own page says more. */
export const statusNames: Record<OrderGlance['status'], string> = {
  placed: 'Being checked',
  'awaiting-payment': 'Waiting for the payment',
  approved: 'Being made ready',
  shipped: 'On its way',
  delivered: 'Delivered',
  rejected: 'Not taken',
  cancelling: 'Being cancelled',
  cancelled: 'Cancelled',
}
