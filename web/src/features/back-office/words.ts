import type { ChangeAction, ChangedField } from '@aos/contracts/back-office'

export const actionNames: Record<ChangeAction, string> = {
  created: 'Created',
  edited: 'Edited',
  picture: 'New picture',
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
