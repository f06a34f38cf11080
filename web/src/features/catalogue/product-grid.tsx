import type { Product } from '@aos/contracts/http'
import { type GridWidth, gridClass } from './layouts.ts'
import { ProductCard } from './product-card.tsx'

/** What fits on a first screen is not loaded lazily. */
const firstRow = 4

interface ProductGridProps {
  products: Product[]
  width?: GridWidth
  /** Below the first screen, and under a heading of its own. */
  isBelow?: boolean
}

export const ProductGrid = ({ products, width = 'wide', isBelow = false }: ProductGridProps) => (
  <ul className={gridClass(width)}>
    {products.map((product, index) => (
      <li key={product.sku}>
        <ProductCard product={product} eager={!isBelow && index < firstRow} heading={isBelow ? 'h3' : 'h2'} />
      </li>
    ))}
  </ul>
)
