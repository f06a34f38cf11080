import type { ProductPage } from '@aos/contracts/http'
import { Link, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useId, useState } from 'react'
import { catalogue } from '../../shared/messages/catalogue.ts'
import { listing } from '../../shared/messages/listing.ts'
import { Icon } from '../../shared/ui/icon.tsx'
import { changed, countFilters, type ListingSearch } from './listing-search.ts'
import { PriceFilter } from './price-filter.tsx'
import { SortChoice } from './sort-choice.tsx'

interface FiltersProps {
  search: ListingSearch
  page: ProductPage
  categories: ReactNode
}

/** Beside the list; on a narrow screen above it, and open only when wanted. */
export function Filters({ search, page, categories }: FiltersProps) {
  const [isOpen, setOpen] = useState(false)
  const panel = useId()
  const navigate = useNavigate()
  const change = (what: Parameters<typeof changed>[1]) =>
    void navigate({ to: '.', search: changed(search, what), resetScroll: false })
  const count = countFilters(search)
  return (
    <div>
      <div className="flex items-center justify-between gap-4">
        <p role="status" className="text-sm text-muted md:mb-6">
          {catalogue.products(page.total)}
        </p>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={panel}
          onClick={() => setOpen(!isOpen)}
          className="flex min-h-11 items-center gap-1.5 rounded-full border border-strong-line px-4 text-sm font-semibold md:hidden"
        >
          {listing.filter}
          {count > 0 && ` (${count})`}
          <Icon name="down" className={`size-5 transition-transform ${isOpen ? 'rotate-180' : ''}`} />
        </button>
      </div>
      <div
        id={panel}
        className={`grid gap-8 max-md:card max-md:mt-4 max-md:p-5 ${isOpen ? '' : 'max-md:hidden'}`}
      >
        <SortChoice search={search} onChange={(sort) => change({ sort })} />
        <PriceFilter search={search} prices={page.prices} onChange={change} />
        <label className="flex min-h-11 items-center gap-3">
          <input
            type="checkbox"
            checked={search.stock ?? false}
            onChange={({ target }) => change({ stock: target.checked || undefined })}
            className="size-5 accent-accent"
          />
          {catalogue.inStock}
        </label>
        {categories}
        {count > 0 && (
          <Link
            to="."
            search={changed(search, { min: undefined, max: undefined, stock: undefined })}
            resetScroll={false}
            className="flex min-h-11 items-center gap-1.5 font-medium text-accent underline-offset-4 hover:underline"
          >
            <Icon name="cross" /> {listing.takeAway}
          </Link>
        )}
      </div>
    </div>
  )
}
