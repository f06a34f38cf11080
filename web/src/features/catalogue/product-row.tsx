import type { Product } from '@aos/contracts/http'
import { type ReactNode, useId } from 'react'
import { ProductGrid } from './product-grid.tsx'

interface ProductRowProps {
  title: string
  products: Product[]
  /** The way to more of them. */
  children?: ReactNode
}

/** Some products under a heading of their own. */
export function ProductRow({ title, products, children }: ProductRowProps) {
  const heading = useId()
  if (products.length === 0) return null
  return (
    <section aria-labelledby={heading} className="mt-16 sm:mt-24">
      <div className="mb-6 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 sm:mb-8">
        <h2 id={heading} className="text-2xl font-semibold sm:text-3xl">
          {title}
        </h2>
        <p className="font-medium text-accent underline-offset-4 hover:underline">{children}</p>
      </div>
      <ProductGrid products={products} isBelow />
    </section>
  )
}
