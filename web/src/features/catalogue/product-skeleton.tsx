import { shell } from '../../shared/messages/shell.ts'
import { Picture } from '../../shared/ui/picture.tsx'
import { Skeleton } from '../../shared/ui/skeleton.tsx'
import { pictureFetchedAhead } from './first-picture.ts'

/** With the picture, where it is there before the words. */
export function ProductSkeleton({ sku }: { sku: string }) {
  const picture = pictureFetchedAhead(sku)
  return (
    <div className="mt-12 grid grid-cols-[minmax(0,1fr)] gap-8 pt-4 md:mt-14 md:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)] md:gap-12 md:pt-6 lg:gap-20">
      <p className="sr-only">{shell.loading.product}</p>
      {picture ? (
        <Picture src={picture} eager className="rounded-3xl" />
      ) : (
        <Skeleton className="aspect-square rounded-3xl" />
      )}
      <div>
        <Skeleton className="mt-8 h-12 w-4/5" />
        <Skeleton className="mt-6 h-7 w-24" />
        <Skeleton className="mt-8 h-12 w-56 rounded-full" />
        <Skeleton className="mt-14 h-28" />
      </div>
    </div>
  )
}
