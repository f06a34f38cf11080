import { Skeleton } from './skeleton.tsx'

/** In the place of a page with a column aside. */
export const PageSkeleton = ({ label }: { label: string }) => (
  <div className="pt-8 sm:pt-12">
    <p className="sr-only">{label}</p>
    <Skeleton className="h-12 w-64 max-w-full" />
    <div className="mt-10 grid gap-10 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-16">
      <Skeleton className="h-96" />
      <Skeleton className="h-64" />
    </div>
  </div>
)
