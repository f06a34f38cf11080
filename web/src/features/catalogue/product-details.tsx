import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { productQuery } from '../../shared/api/get-product.ts'
import { catalogue } from '../../shared/messages/catalogue.ts'
import { PageHeading } from '../../shared/ui/page-heading.tsx'
import { Price } from '../../shared/ui/price.tsx'
import { categoriesQuery } from './api/get-categories.ts'
import { Availability } from './availability.tsx'
import { Breadcrumb } from './breadcrumb.tsx'
import { pictureFetchedAhead } from './first-picture.ts'
import { Gallery } from './gallery.tsx'
import { RelatedProducts } from './related-products.tsx'

const SECONDS_15 = 15_000

interface ProductDetailsProps {
  sku: string
  /** What can be done with it. */
  children: ReactNode
}

export function ProductDetails({ sku, children }: ProductDetailsProps) {
  // While the page is looked at, what it says of price and stock stays true.
  const { data: product } = useSuspenseQuery({ ...productQuery(sku), refetchInterval: SECONDS_15 })
  const first = product.picture && (pictureFetchedAhead(sku, product.picture) ?? product.picture)
  const words = catalogue.product
  return (
    <>
      <Breadcrumb>
        <CategoryLink slug={product.category} />
      </Breadcrumb>
      <article className="grid grid-cols-[minmax(0,1fr)] gap-8 pt-4 md:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)] md:gap-12 md:pt-6 lg:gap-20">
        <Gallery key={sku} name={product.name} pictures={[first, ...product.pictures.slice(1)]} />
        <div className="md:sticky md:top-10 md:self-start">
          <PageHeading title={product.name} className="[overflow-wrap:anywhere] md:mt-3">
            {product.name}
          </PageHeading>
          <p className="mt-5 flex items-baseline gap-4 text-xl">
            <Price of={product.price} />
            <span role="status" className="text-base font-medium">
              <Availability available={product.available} always />
            </span>
          </p>
          <div className="mt-7">{children}</div>
          <p className="mt-4 max-w-prose text-lg leading-relaxed text-muted">{product.description}</p>
          <dl className="mt-10 grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 border-t border-line pt-6 text-sm">
            <dt className="text-muted">{words.article}</dt>
            <dd className="font-mono">{product.sku}</dd>
            <dt className="text-muted">{words.delivery}</dt>
            <dd>{words.tracked}</dd>
            <dt className="text-muted">{words.changedMind}</dt>
            <dd>{words.cancel}</dd>
          </dl>
        </div>
      </article>
      <RelatedProducts sku={sku} />
    </>
  )
}

function CategoryLink({ slug }: { slug: string }) {
  const { data: categories } = useQuery(categoriesQuery)
  const name = categories?.find((category) => category.slug === slug)?.name
  return (
    <Link to="/categories/$slug" params={{ slug }} className="underline-offset-4 hover:underline">
      {name ?? slug}
    </Link>
  )
}
