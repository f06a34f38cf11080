import type { ProductPage } from '@aos/contracts/http'
import { Link } from '@tanstack/react-router'
import { listing } from '../../shared/messages/listing.ts'
import { buttonClass } from '../../shared/ui/button.tsx'
import { Icon } from '../../shared/ui/icon.tsx'
import { changed, type ListingSearch } from './listing-search.ts'

interface PagerProps {
  page: ProductPage
  search: ListingSearch
}

export function Pager({ page: { page, pageSize, total }, search }: PagerProps) {
  const pages = Math.ceil(total / pageSize)
  if (pages <= 1) return null
  const at = (number: number) => changed(search, { page: number })
  return (
    <nav aria-label={listing.pages} className="mt-16 grid grid-cols-[1fr_auto_1fr] items-center gap-4">
      <span>
        {page > 1 && (
          <Link to="." search={at(page - 1)} rel="prev" className={buttonClass('quiet')}>
            <Icon name="back" /> <span className="max-sm:sr-only">{listing.previous}</span>
          </Link>
        )}
      </span>
      <span className="text-muted tabular-nums">{listing.page(page, pages)}</span>
      <span className="text-right">
        {page < pages && (
          <Link to="." search={at(page + 1)} rel="next" className={buttonClass('quiet')}>
            <span className="max-sm:sr-only">{listing.next}</span> <Icon name="forward" />
          </Link>
        )}
      </span>
    </nav>
  )
}
