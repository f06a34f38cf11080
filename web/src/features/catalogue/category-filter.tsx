import type { Category } from '@aos/contracts/http'
import { Link } from '@tanstack/react-router'

const linkClass =
  'block whitespace-nowrap rounded-full border border-line px-4 py-2 text-sm font-medium transition-colors hover:border-strong-line aria-[current=page]:border-ink aria-[current=page]:bg-ink aria-[current=page]:text-paper'

interface CategoryFilterProps {
  categories: Category[]
  chosen: string | undefined
}

export function CategoryFilter({ categories, chosen }: CategoryFilterProps) {
  const choices = [{ slug: undefined, name: 'Everything' }, ...categories]
  return (
    <nav aria-label="Categories" className="-mx-5 overflow-x-auto px-5 py-1 sm:mx-0 sm:px-0">
      <ul className="flex gap-2 sm:flex-wrap">
        {choices.map(({ slug, name }) => (
          <li key={name}>
            <Link
              to="/"
              search={slug ? { category: slug } : {}}
              resetScroll={false}
              activeProps={{}}
              aria-current={slug === chosen ? 'page' : undefined}
              className={linkClass}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
