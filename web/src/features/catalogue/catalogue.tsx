import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { buttonClass } from '../../shared/ui/button.tsx'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { PageHeading } from '../../shared/ui/page-heading.tsx'
import { categoriesQuery } from './api/get-categories.ts'
import { type CatalogueSearch, productsQuery } from './api/get-products.ts'
import { CategoryFilter } from './category-filter.tsx'
import { Pager } from './pager.tsx'
import { ProductGrid } from './product-grid.tsx'

export function Catalogue({ search }: { search: CatalogueSearch }) {
  const { data: categories } = useSuspenseQuery(categoriesQuery)
  const { data: page } = useSuspenseQuery(productsQuery(search))
  const category = categories.find(({ slug }) => slug === search.category)
  return (
    <>
      <header className="max-w-3xl pt-10 pb-8 sm:pt-16 sm:pb-12">
        <PageHeading title={category?.name ?? 'Good things, made to be kept'} className="sm:text-6xl">
          {category?.name ?? 'Good things, made to be kept'}
        </PageHeading>
        <p className="mt-4 max-w-xl text-lg text-muted">
          {category?.description ??
            'Useful, well-made, a pleasure to look at. Order one, and watch it travel to you, step by step.'}
        </p>
      </header>
      <div className="mb-8 flex flex-wrap items-center justify-between gap-x-6 gap-y-4 sm:mb-10">
        <CategoryFilter categories={categories} chosen={search.category} />
        <p role="status" className="text-sm text-muted">
          {page.total} {page.total === 1 ? 'product' : 'products'}
        </p>
      </div>
      {page.products.length ? (
        <ProductGrid products={page.products} />
      ) : (
        <EmptyState heading={<h2 className="text-3xl">Nothing here</h2>} text="No product fits this choice.">
          <Link to="/" className={buttonClass()}>
            See everything
          </Link>
        </EmptyState>
      )}
      <Pager page={page} search={search} />
    </>
  )
}
