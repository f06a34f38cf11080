import type { ProductOrder } from '@aos/contracts/http'

/** What of the catalogue is listed, as the page's address says it. */
export interface ListingSearch {
  q?: string
  category?: string
  /** In the currency's main unit. */
  min?: number
  max?: number
  stock?: true
  sort?: ProductOrder
  page?: number
}

const sorts: readonly string[] = [
  'relevance',
  'name',
  'cheapest',
  'dearest',
  'newest',
] satisfies ProductOrder[]

const isPrice = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value <= 20_000_000

/** The address may hold anything: what makes no sense is left out. */
export function listingSearch({ q, category, min, max, stock, sort, page }: Record<string, unknown>) {
  // Digits come as a number.
  const words = typeof q === 'string' || typeof q === 'number' ? String(q).trim().slice(0, 100) : ''
  return {
    ...(words && { q: words }),
    ...(typeof category === 'string' && category && category.length <= 50 && { category }),
    ...(isPrice(min) && min > 0 && { min }),
    ...(isPrice(max) && { max }),
    ...((stock === true || stock === 1) && { stock: true }),
    ...(typeof sort === 'string' && sorts.includes(sort) && { sort: sort as ProductOrder }),
    ...(Number.isInteger(page) && Number(page) > 1 && Number(page) <= 10_000 && { page: Number(page) }),
  } as ListingSearch
}

/** A category's own page says which one by itself, and nothing is looked for on it. */
export const categorySearch = ({ q: _, category: __, ...search }: Record<string, unknown>): ListingSearch =>
  listingSearch(search)

/** The same with something else; from its first page, unless a page is what changes. */
export function changed(
  search: ListingSearch,
  change: { [K in keyof ListingSearch]: unknown },
): ListingSearch {
  return listingSearch({ ...search, page: undefined, ...change })
}

/** How many filters narrow the list, beside what is looked for. */
export const countFilters = ({ min, max, stock }: ListingSearch): number =>
  (min === undefined && max === undefined ? 0 : 1) + (stock ? 1 : 0)
