import { Skeleton } from '../../shared/ui/skeleton.tsx'
import { gridClass } from './product-grid.tsx'

const places = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

export const CatalogueSkeleton = () => (
  <>
    <p className="sr-only">Loading the catalogue…</p>
    <Skeleton className="mt-10 h-14 w-3/4 max-w-xl sm:mt-16" />
    <Skeleton className="mt-5 mb-24 h-7 w-2/3 max-w-md" />
    <div className={gridClass}>
      {places.map((place) => (
        <div key={place}>
          <Skeleton className="aspect-square rounded-2xl" />
          <Skeleton className="mt-4 h-5 w-3/4" />
          <Skeleton className="mt-2 h-5 w-1/4" />
        </div>
      ))}
    </div>
  </>
)
