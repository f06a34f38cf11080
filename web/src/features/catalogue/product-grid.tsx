import type { ProductPage } from '@aos/contracts/http'
import { ProductCard } from './product-card.tsx'

export const gridClass =
  'grid grid-cols-2 gap-x-4 gap-y-9 sm:gap-x-6 md:grid-cols-3 lg:gap-x-8 xl:grid-cols-4'

/** What fits on a first screen is not loaded lazily. */
const firstRow = 4

export const ProductGrid = ({ products }: Pick<ProductPage, 'products'>) => (
  <ul className={gridClass}>
    {products.map((product, index) => (
      <li key={product.sku}>
        <ProductCard product={product} eager={index < firstRow} />
      </li>
    ))}
  </ul>
)
