import { Link, useNavigate } from '@tanstack/react-router'
import { buttonClass } from '../../shared/ui/button.tsx'
import { Icon } from '../../shared/ui/icon.tsx'
import { PageHeading } from '../../shared/ui/page-heading.tsx'
import { staffProductsQuery } from './api/list-staff-products.ts'
import { ChoiceLinks } from './choice-links.tsx'
import { ListSkeleton } from './list-skeleton.tsx'
import { changed, type OfficeSearch } from './office-search.ts'
import { Pages } from './pages.tsx'
import { ProductTable } from './product-table.tsx'
import { SearchForm } from './search-form.tsx'
import { useShown } from './use-shown.ts'

const views = [
  { view: undefined, text: 'Sold' },
  { view: 'low', text: 'Running low' },
  { view: 'retired', text: 'Retired' },
] as const

export function ProductList({ search }: { search: OfficeSearch }) {
  const { data: list } = useShown(staffProductsQuery(search))
  const navigate = useNavigate()
  const choices = views.map(({ view, text }) => ({
    text,
    search: changed(search, { view }),
    isChosen: search.view === view,
  }))
  return (
    <div className="grid grid-cols-1 gap-6 pt-8">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <PageHeading title="Products">Products</PageHeading>
        <Link to="/admin/products/new" className={buttonClass()}>
          <Icon name="plus" /> New product
        </Link>
      </div>
      <div className="flex flex-wrap items-end justify-between gap-4">
        <SearchForm
          label="Name or SKU"
          words={search.q}
          onSearch={(q) => void navigate({ to: '.', search: changed(search, { q }) })}
        />
        <ChoiceLinks label="Which products" choices={choices} />
      </div>
      <p role="status" className="text-sm text-muted">
        {list && (list.total === 1 ? '1 product' : `${list.total} products`)}
      </p>
      {list ? <ProductTable products={list.products} /> : <ListSkeleton />}
      {list && <Pages {...list} search={search} />}
    </div>
  )
}
