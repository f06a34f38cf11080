import { Skeleton } from '../../shared/ui/skeleton.tsx'
import { type GridWidth, gridClass } from './layouts.ts'

const places = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l']

interface GridSkeletonProps {
  width: GridWidth
  count?: number
}

export const GridSkeleton = ({ width, count = places.length }: GridSkeletonProps) => (
  <div className={gridClass(width)}>
    {places.slice(0, count).map((place) => (
      <div key={place}>
        <Skeleton className="aspect-square rounded-2xl" />
        <Skeleton className="mt-4 h-5 w-3/4" />
        <Skeleton className="mt-2 h-5 w-1/4" />
      </div>
    ))}
  </div>
)
