import { Link } from '@tanstack/react-router'
import { Icon } from '../../shared/ui/icon.tsx'
import { PageHeading } from '../../shared/ui/page-heading.tsx'
import { Picture } from '../../shared/ui/picture.tsx'
import { Price } from '../../shared/ui/price.tsx'
import { staffProductQuery } from './api/get-staff-product.ts'
import { EditCard } from './edit-card.tsx'
import { ListSkeleton } from './list-skeleton.tsx'
import { PicturesCard } from './pictures-card.tsx'
import { ProductChanges } from './product-changes.tsx'
import { Retirement } from './retirement.tsx'
import { StockCard } from './stock-card.tsx'
import { useShown } from './use-shown.ts'

export function ProductDetails({ sku }: { sku: string }) {
  const { data: product } = useShown(staffProductQuery(sku))
  if (!product) return <ListSkeleton />
  return (
    <div className="grid grid-cols-1 gap-8 pt-6">
      <div>
        <Link
          to="/admin/products"
          className="inline-flex min-h-11 items-center gap-1.5 text-muted hover:text-ink"
        >
          <Icon name="back" className="size-4" /> Products
        </Link>
        <div className="mt-2 grid grid-cols-[5rem_1fr] items-center gap-5 sm:grid-cols-[7rem_1fr]">
          <Picture src={product.picture} className="rounded-2xl" eager />
          <div className="[overflow-wrap:anywhere]">
            <PageHeading title={product.name} className="sm:text-4xl">
              {product.name}
            </PageHeading>
            <p className="mt-2 text-muted">
              <span className="font-mono">{product.sku}</span> · {product.category} ·{' '}
              <Price of={product.price} />
              {product.retiredAt && ' · retired'}
            </p>
          </div>
        </div>
      </div>
      <StockCard product={product} />
      <div className="grid grid-cols-1 items-start gap-8 lg:grid-cols-[3fr_2fr]">
        <EditCard product={product} />
        <div className="grid grid-cols-1 content-start gap-8">
          <PicturesCard product={product} />
          <Retirement product={product} />
        </div>
      </div>
      <ProductChanges sku={sku} />
    </div>
  )
}
