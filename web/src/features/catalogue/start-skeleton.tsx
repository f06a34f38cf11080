import { shell } from '../../shared/messages/shell.ts'
import { Skeleton } from '../../shared/ui/skeleton.tsx'
import { GridSkeleton } from './grid-skeleton.tsx'

const tiles = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

export const StartSkeleton = () => (
  <>
    <p className="sr-only">{shell.loading.shop}</p>
    <div className="mb-24 grid grid-cols-2 gap-3 sm:grid-cols-4 sm:gap-5">
      {tiles.map((tile) => (
        <Skeleton key={tile} className="h-20" />
      ))}
    </div>
    <GridSkeleton width="wide" />
  </>
)
