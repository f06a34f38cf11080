import { shell } from '../../shared/messages/shell.ts'
import { Skeleton } from '../../shared/ui/skeleton.tsx'
import { GridSkeleton } from './grid-skeleton.tsx'
import { listingClass } from './layouts.ts'

export const ListingSkeleton = () => (
  <>
    <p className="sr-only">{shell.loading.products}</p>
    <Skeleton className="mt-10 h-12 w-3/4 max-w-md sm:mt-14" />
    <Skeleton className="mt-5 mb-12 h-7 w-2/3 max-w-md" />
    <div className={listingClass}>
      <Skeleton className="h-12 md:h-80" />
      <GridSkeleton width="narrow" />
    </div>
  </>
)
