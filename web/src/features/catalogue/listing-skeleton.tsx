import { shell } from '../../shared/messages/shell.ts'
import { Skeleton } from '../../shared/ui/skeleton.tsx'
import { GridSkeleton } from './grid-skeleton.tsx'
import { listingClass } from './layouts.ts'

/** In the place of the products and what narrows them. */
export const ListingSkeleton = () => (
  <div className={listingClass}>
    <p className="sr-only">{shell.loading.products}</p>
    <Skeleton className="h-12 md:h-80" />
    <GridSkeleton width="narrow" />
  </div>
)
