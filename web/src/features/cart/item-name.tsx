import { Skeleton } from '../../shared/ui/skeleton.tsx'
import type { CartItem } from './priced-cart.ts'

export function ItemName({ item: { sku, product, lost } }: { item: CartItem }) {
  if (product || lost) return product?.name ?? sku
  return (
    <>
      <span className="sr-only">{sku}</span>
      <span className="inline-block w-32 max-w-full">
        <Skeleton className="h-[1em]" />
      </span>
    </>
  )
}
