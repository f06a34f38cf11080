import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { buttonClass } from '../../shared/ui/button.tsx'
import { Icon } from '../../shared/ui/icon.tsx'
import { PageHeading } from '../../shared/ui/page-heading.tsx'
import { categoriesQuery } from './api/get-categories.ts'
import { productsQuery } from './api/get-products.ts'
import { CategoryTiles } from './category-tiles.tsx'
import { ProductRow } from './product-row.tsx'
import { newest, smallThings, smallThingsAtMost } from './start-rows.ts'

export function Start() {
  const { data: categories } = useSuspenseQuery(categoriesQuery)
  const { data: arrived } = useSuspenseQuery(productsQuery(...newest))
  const { data: small } = useSuspenseQuery(productsQuery(...smallThings))
  return (
    <>
      <header className="max-w-3xl pt-10 pb-10 sm:pt-20 sm:pb-16">
        <PageHeading title="Good things, made to be kept" className="sm:text-7xl">
          Good things, made to be kept
        </PageHeading>
        <p className="mt-5 max-w-xl text-lg text-muted sm:text-xl">
          Useful, well-made, a pleasure to look at. Order one, and watch it travel to you, step by step.
        </p>
        <Link to="/search" className={`mt-8 ${buttonClass()}`}>
          See everything <Icon name="forward" />
        </Link>
      </header>
      <CategoryTiles categories={categories} />
      <ProductRow title="New in the shop" products={arrived.products}>
        <Link to="/search" search={{ sort: 'newest' }}>
          All that is new
        </Link>
      </ProductRow>
      <ProductRow title="Small things, small prices" products={small.products}>
        <Link to="/search" search={{ max: smallThingsAtMost, stock: true }}>
          All of them
        </Link>
      </ProductRow>
    </>
  )
}
