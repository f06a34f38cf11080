import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { nothingKnown } from '../../shared/api/failures.ts'
import { catalogue } from '../../shared/messages/catalogue.ts'
import { buttonClass } from '../../shared/ui/button.tsx'
import { Icon } from '../../shared/ui/icon.tsx'
import { PageHeading } from '../../shared/ui/page-heading.tsx'
import { categoriesQuery } from './api/get-categories.ts'
import { CategoryTiles } from './category-tiles.tsx'
import { ProductRow } from './product-row.tsx'
import { newest, smallThings, smallThingsAtMost } from './start-rows.ts'
import { StartSkeleton } from './start-skeleton.tsx'
import { useListed } from './use-listed.ts'

export function Start() {
  const words = catalogue.start
  return (
    <>
      <header className="max-w-3xl pt-10 pb-10 sm:pt-20 sm:pb-16">
        <PageHeading title={words.heading} className="sm:text-7xl">
          {words.heading}
        </PageHeading>
        <p className="mt-5 max-w-xl text-lg text-muted sm:text-xl">{words.text}</p>
        <Link to="/search" className={`mt-8 ${buttonClass()}`}>
          {catalogue.seeEverything} <Icon name="forward" />
        </Link>
      </header>
      <Goods />
    </>
  )
}

function Goods() {
  const words = catalogue.start
  const { data: categories } = useQuery({ ...categoriesQuery, throwOnError: nothingKnown })
  const { data: arrived } = useListed(...newest)
  const { data: small } = useListed(...smallThings)
  if (!categories || !arrived || !small) return <StartSkeleton />
  return (
    <>
      <CategoryTiles categories={categories} />
      <ProductRow title={words.new} products={arrived.products}>
        <Link to="/search" search={{ sort: 'newest' }}>
          {words.allNew}
        </Link>
      </ProductRow>
      <ProductRow title={words.small} products={small.products}>
        <Link to="/search" search={{ max: smallThingsAtMost, stock: true }}>
          {words.allSmall}
        </Link>
      </ProductRow>
    </>
  )
}
