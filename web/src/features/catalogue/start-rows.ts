import type { ListingSearch } from './listing-search.ts'

/** In the currency's main unit. */
export const smallThingsAtMost = 30

type Row = [search: ListingSearch, size: number]

export const newest: Row = [{ sort: 'newest', stock: true }, 8]
export const smallThings: Row = [{ max: smallThingsAtMost, sort: 'dearest', stock: true }, 4]
