import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { productQuery } from '../../shared/api/get-product.ts'
import { PageHeading } from '../../shared/ui/page-heading.tsx'
import { Picture } from '../../shared/ui/picture.tsx'
import { Price } from '../../shared/ui/price.tsx'
import { categoriesQuery } from './api/get-categories.ts'
import { Availability } from './availability.tsx'

interface ProductDetailsProps {
  sku: string
  /** What can be done with it. */
  children: ReactNode
}

export function ProductDetails({ sku, children }: ProductDetailsProps) {
  const { data: product } = useSuspenseQuery(productQuery(sku))
  return (
    <article className="grid gap-8 pt-6 md:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)] md:gap-12 md:pt-10 lg:gap-20">
      <Picture src={product.picture} alt={product.name} eager className="rounded-3xl" />
      <div className="md:sticky md:top-10 md:self-start">
        <CategoryLink slug={product.category} />
        <PageHeading title={product.name} className="mt-3">
          {product.name}
        </PageHeading>
        <p className="mt-5 flex items-baseline gap-4 text-xl">
          <Price of={product.price} />
          <span className="text-base">
            <Availability available={product.available} />
          </span>
        </p>
        <p className="mt-6 max-w-prose text-lg leading-relaxed text-muted">{product.description}</p>
        <div className="mt-9">{children}</div>
        <dl className="mt-10 grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 border-t border-line pt-6 text-sm">
          <dt className="text-muted">Article</dt>
          <dd className="font-mono">{product.sku}</dd>
          <dt className="text-muted">Delivery</dt>
          <dd>Free, with a tracking number</dd>
          <dt className="text-muted">Changed your mind?</dt>
          <dd>Cancel any time before it ships; your money comes straight back</dd>
        </dl>
      </div>
    </article>
  )
}

function CategoryLink({ slug }: { slug: string }) {
  const { data: categories } = useQuery(categoriesQuery)
  const name = categories?.find((category) => category.slug === slug)?.name
  return (
    <Link to="/" search={{ category: slug }} className="text-sm font-medium text-accent hover:underline">
      {name ?? slug}
    </Link>
  )
}
