import type { OrderStatus } from '@aos/contracts/journey'

/** What the addresses of the lists say of them. */
export interface OfficeSearch {
  q?: string
  view?: 'low' | 'retired'
  status?: OrderStatus
  service?: string
  page?: number
}

type Change = { [Key in keyof OfficeSearch]: OfficeSearch[Key] | undefined }

/** Another way to see a list begins at its first page. */
export const changed = ({ page: _, ...search }: OfficeSearch, change: Change): OfficeSearch =>
  Object.fromEntries(Object.entries({ ...search, ...change }).filter(([, value]) => value !== undefined))
