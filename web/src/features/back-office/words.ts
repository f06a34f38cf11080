import type { ChangeAction, ChangedField } from '@aos/contracts/back-office'
import type { Need } from '@aos/contracts/back-office-orders'
import type { OrderStatus } from '@aos/contracts/journey'

export const actionNames: Record<ChangeAction, string> = {
  created: 'Created',
  edited: 'Edited',
  picture: 'New picture',
  'first-picture': 'First picture',
  'picture-removed': 'Picture removed',
  delivery: 'Delivery',
  count: 'Counted',
  retired: 'Retired',
  resumed: 'Sold again',
}

const fieldNames: Record<string, string> = {
  onHand: 'On hand',
  name: 'Name',
  category: 'Category',
  description: 'Description',
  price: 'Price',
  tags: 'Tags',
  picture: 'Picture',
  retired: 'Retired',
}

export const fieldName = (field: string): string => fieldNames[field] ?? field

export const fieldText = (value: ChangedField['from']): string =>
  value === null || value === '' ? 'nothing' : String(value)

const moment = new Intl.DateTimeFormat('en-IE', { dateStyle: 'medium', timeStyle: 'medium' })

export const momentText = (at: string): string => moment.format(new Date(at))

/** As services call it: what is searched for in their logs. */
export const statusNames: Record<OrderStatus, string> = {
  placed: 'Placed',
  'awaiting-payment': 'Awaiting payment',
  approved: 'Approved',
  shipped: 'Shipped',
  delivered: 'Delivered',
  rejected: 'Rejected',
  cancelling: 'Being cancelled',
  cancelled: 'Cancelled',
}

export const needNames: Record<Need, string> = {
  overdue: 'Overdue',
  stuck: 'Stuck',
  refund: 'Refund under way',
}

export const needTexts: Record<Need, string> = {
  overdue: 'Its deadline passed, and nobody acted on it: is the orders service running?',
  stuck: 'Somebody owes an answer for longer than usual: the last message below says who.',
  refund: 'Money is on its way back to the customer, and the payment broker has not confirmed it yet.',
}
