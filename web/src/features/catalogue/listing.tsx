import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { catalogue } from '../../shared/messages/catalogue.ts'
import { listing } from '../../shared/messages/listing.ts'
import { buttonClass } from '../../shared/ui/button.tsx'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { Filters } from './filters.tsx'
import { listingClass } from './layouts.ts'
import { countFilters, type ListingSearch } from './listing-search.ts'
import { ListingSkeleton } from './listing-skeleton.tsx'
import { Pager } from './pager.tsx'
import { ProductGrid } from './product-grid.tsx'
import { useListed } from './use-listed.ts'

interface ListingProps {
  /** As the address says it. */
  search: ListingSearch
  /** The same, with what the page itself narrows. */
  within?: ListingSearch
  /** The ways to the categories, by which the list is narrowed as well. */
  categories: ReactNode
}

/** Products with what narrows and sorts them. */
export function Listing({ search, within = search, categories }: ListingProps) {
  const { data: page, isPlaceholderData } = useListed(within)
  if (!page) return <ListingSkeleton />
  return (
    <div className={listingClass}>
      <Filters search={search} page={page} categories={categories} />
      <section
        aria-label={listing.products}
        aria-busy={isPlaceholderData}
        className="transition-opacity aria-busy:opacity-50"
      >
        {page.products.length ? (
          <ProductGrid products={page.products} width="narrow" />
        ) : (
          <NothingFound search={search} isBeyond={page.total > 0} />
        )}
        <Pager page={page} search={search} />
      </section>
    </div>
  )
}

function NothingFound({ search, isBeyond }: { search: ListingSearch; isBeyond: boolean }) {
  const isFiltered = isBeyond || countFilters(search) > 0 || (search.q && search.category)
  return (
    <EmptyState
      heading={<h2 className="text-3xl">{listing.nothing.heading}</h2>}
      text={isFiltered ? listing.nothing.filtered : listing.nothing.unknown}
    >
      {isFiltered ? (
        <Link to="." search={search.q ? { q: search.q } : {}} className={buttonClass()}>
          {listing.takeAway}
        </Link>
      ) : (
        <Link to="/search" className={buttonClass()}>
          {catalogue.seeEverything}
        </Link>
      )}
    </EmptyState>
  )
}
