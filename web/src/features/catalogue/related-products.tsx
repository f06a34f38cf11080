import { useQuery } from '@tanstack/react-query'
import { catalogue } from '../../shared/messages/catalogue.ts'
import { relatedQuery } from './api/get-related.ts'
import { ProductRow } from './product-row.tsx'

/** Comes last, below what the page is about: whoever waits for it sees nothing move. */
export function RelatedProducts({ sku }: { sku: string }) {
  const { data: products = [] } = useQuery(relatedQuery(sku))
  return <ProductRow title={catalogue.product.related} products={products} />
}
