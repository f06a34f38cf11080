import { shell } from '../../shared/messages/shell.ts'
import { Skeleton } from '../../shared/ui/skeleton.tsx'
import { GridSkeleton } from './grid-skeleton.tsx'

const tiles = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

export const StartSkeleton = () => (
  <>
    <p className="sr-only">{shell.loading.shop}</p>
    <Skeleton className="mt-10 h-28 w-full max-w-xl sm:mt-20" />
    <Skeleton className="mt-5 mb-28 h-7 w-2/3 max-w-md" />
    <div className="mb-24 grid grid-cols-2 gap-3 sm:grid-cols-4 sm:gap-5">
      {tiles.map((tile) => (
        <Skeleton key={tile} className="h-20" />
      ))}
    </div>
    <GridSkeleton width="wide" />
  </>
)
