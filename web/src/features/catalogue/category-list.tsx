import { Link, type LinkProps } from '@tanstack/react-router'
import { catalogue } from '../../shared/messages/catalogue.ts'
import { listing } from '../../shared/messages/listing.ts'
import type { ListingSearch } from './listing-search.ts'

interface CategoryChoice {
  slug: string | undefined
  name: string
  products: number | undefined
  isChosen: boolean
}

interface CategoryListProps {
  choices: CategoryChoice[]
  linkTo: (slug: string | undefined) => LinkProps & { search?: ListingSearch }
}

export const CategoryList = ({ choices, linkTo }: CategoryListProps) => (
  <nav aria-label={catalogue.categories}>
    <p className="mb-1 text-sm font-semibold" aria-hidden="true">
      {listing.category}
    </p>
    <ul>
      {choices.map(({ slug, name, products, isChosen }) => (
        <li key={slug ?? ''}>
          <Link
            {...linkTo(slug)}
            activeProps={{}}
            aria-current={isChosen ? 'page' : undefined}
            className="-mx-2.5 flex min-h-11 items-center justify-between gap-3 rounded-lg px-2.5 text-muted hover:bg-sunken hover:text-ink aria-[current=page]:bg-sunken aria-[current=page]:font-semibold aria-[current=page]:text-ink md:min-h-9"
          >
            <span className="min-w-0 [overflow-wrap:anywhere]">{name}</span>
            {products !== undefined && <span className="text-sm tabular-nums">{products}</span>}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
)
