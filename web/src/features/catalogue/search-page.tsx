import { useSuspenseQuery } from '@tanstack/react-query'
import { listing } from '../../shared/messages/listing.ts'
import { PageHeading } from '../../shared/ui/page-heading.tsx'
import { categoriesQuery } from './api/get-categories.ts'
import { Breadcrumb } from './breadcrumb.tsx'
import { CategoryList } from './category-list.tsx'
import { Listing } from './listing.tsx'
import { changed, type ListingSearch } from './listing-search.ts'
import { useListed } from './use-listed.ts'

export function SearchPage({ search }: { search: ListingSearch }) {
  const { data: categories } = useSuspenseQuery(categoriesQuery)
  const { data: page } = useListed(search)
  const all = page?.categories.reduce((sum, { products }) => sum + products, 0)
  const countOf = (slug: string) => page?.categories.find((one) => one.slug === slug)?.products ?? 0
  const title = search.q ? listing.quoted(search.q) : listing.everything
  return (
    <>
      <Breadcrumb />
      <header className="max-w-3xl pt-3 pb-8 sm:pb-12">
        <PageHeading title={title} className="[overflow-wrap:anywhere]">
          {title}
        </PageHeading>
        <div role="status" className="mt-4 text-lg text-muted empty:hidden">
          {page?.meant && (
            <p>
              {listing.meant} <strong className="text-ink">{page.meant}</strong>.
            </p>
          )}
          {page?.loosened && <p>{listing.loosened}</p>}
        </div>
      </header>
      <Listing
        search={search}
        categories={
          <CategoryList
            choices={[
              { slug: undefined, name: listing.allCategories, products: all, isChosen: !search.category },
              ...categories
                .map((one) => ({
                  ...one,
                  products: page && countOf(one.slug),
                  isChosen: one.slug === search.category,
                }))
                .filter(({ products, isChosen }) => products !== 0 || isChosen),
            ]}
            linkTo={(category) => ({
              to: '/search',
              search: changed(search, { category }),
              resetScroll: false,
            })}
          />
        }
      />
    </>
  )
}
