import { decimalsOf } from '@aos/contracts/amounts'
import type { ChangedField } from '@aos/contracts/back-office'

/** What people edit of a product; stock and pictures have ways of their own. */
export interface Edited {
  name: string
  category: string
  description: string
  /** Minor units. */
  price: number
  tags: readonly string[]
}

/** From what to what, in words that are still understood years later. */
export function differences(before: Edited, after: Edited, currency: string): ChangedField[] {
  const said = (edited: Edited) => ({
    name: edited.name,
    category: edited.category,
    description: edited.description,
    price: priceText(edited.price, currency),
    tags: edited.tags.join(', '),
  })
  const [from, to] = [said(before), said(after)]
  return (Object.keys(from) as (keyof Edited)[])
    .filter((field) => from[field] !== to[field])
    .map((field) => ({ field, from: from[field], to: to[field] }))
}

export const priceText = (amount: number, currency: string): string => {
  const decimals = decimalsOf(currency)
  return `${(amount / 10 ** decimals).toFixed(decimals)} ${currency}`
}
