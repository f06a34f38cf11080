import { useSuspenseQuery } from '@tanstack/react-query'
import { PageHeading } from '../../shared/ui/page-heading.tsx'
import { categoriesQuery } from './api/get-categories.ts'
import { Breadcrumb } from './breadcrumb.tsx'
import { CategoryList } from './category-list.tsx'
import { Listing } from './listing.tsx'
import { changed, type ListingSearch } from './listing-search.ts'
import { useListed } from './use-listed.ts'

interface CategoryPageProps {
  slug: string
  search: ListingSearch
}

export function CategoryPage({ slug, search }: CategoryPageProps) {
  const { data: categories } = useSuspenseQuery(categoriesQuery)
  const within = { ...search, category: slug }
  const { data: page } = useListed(within)
  const category = categories.find((one) => one.slug === slug)
  const name = category?.name ?? slug
  const countOf = (of: string) => page?.categories.find((one) => one.slug === of)?.products ?? 0
  return (
    <>
      <Breadcrumb />
      <header className="max-w-3xl pt-3 pb-8 sm:pb-12">
        <PageHeading title={name}>{name}</PageHeading>
        <p className="mt-4 max-w-xl text-lg text-muted">{category?.description}</p>
      </header>
      <Listing
        search={search}
        within={within}
        categories={
          <CategoryList
            choices={categories.map((one) => ({
              ...one,
              products: page && countOf(one.slug),
              isChosen: one.slug === slug,
            }))}
            linkTo={(to = slug) => ({
              to: '/categories/$slug',
              params: { slug: to },
              search: changed(search, {}),
            })}
          />
        }
      />
    </>
  )
}
