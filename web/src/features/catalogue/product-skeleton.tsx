import { pathInShop } from '@aos/contracts/shop-addresses'
import { shell } from '../../shared/messages/shell.ts'
import { Picture } from '../../shared/ui/picture.tsx'
import { Skeleton } from '../../shared/ui/skeleton.tsx'

/** With the picture, whose address needs no answer. */
export const ProductSkeleton = ({ sku }: { sku: string }) => (
  <div className="mt-12 grid grid-cols-[minmax(0,1fr)] gap-8 pt-4 md:mt-14 md:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)] md:gap-12 md:pt-6 lg:gap-20">
    <p className="sr-only">{shell.loading.product}</p>
    <Picture src={pathInShop('getPicture', { sku })} eager className="rounded-3xl" />
    <div>
      <Skeleton className="mt-8 h-12 w-4/5" />
      <Skeleton className="mt-6 h-7 w-24" />
      <Skeleton className="mt-8 h-28" />
      <Skeleton className="mt-9 h-12 w-56 rounded-full" />
    </div>
  </div>
)
