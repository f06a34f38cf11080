import { Link } from '@tanstack/react-router'
import { buttonClass } from '../../shared/ui/button.tsx'
import { Icon } from '../../shared/ui/icon.tsx'
import { changed, type OfficeSearch } from './office-search.ts'

interface PagesProps {
  search: OfficeSearch
  page: number
  pageSize: number
  total: number
}

export function Pages({ search, page, pageSize, total }: PagesProps) {
  const pages = Math.ceil(total / pageSize)
  if (pages <= 1) return null
  const at = (number: number) => changed(search, { page: number > 1 ? number : undefined })
  return (
    <nav aria-label="Pages" className="mt-8 grid grid-cols-[1fr_auto_1fr] items-center gap-4">
      <span>
        {page > 1 && (
          <Link to="." search={at(page - 1)} rel="prev" className={buttonClass('quiet')}>
            <Icon name="back" /> <span className="max-sm:sr-only">Previous page</span>
          </Link>
        )}
      </span>
      <span className="text-muted tabular-nums">
        Page {page} of {pages}
      </span>
      <span className="text-right">
        {page < pages && (
          <Link to="." search={at(page + 1)} rel="next" className={buttonClass('quiet')}>
            <span className="max-sm:sr-only">Next page</span> <Icon name="forward" />
          </Link>
        )}
      </span>
    </nav>
  )
}
