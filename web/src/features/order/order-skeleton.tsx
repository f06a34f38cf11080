import { shell } from '../../shared/messages/shell.ts'
import { Skeleton } from '../../shared/ui/skeleton.tsx'

export const OrderSkeleton = () => (
  <div className="pt-8 sm:pt-12">
    <p className="sr-only">{shell.loading.order}</p>
    <Skeleton className="h-12 w-64" />
    <Skeleton className="mt-12 h-36 rounded-3xl" />
    <div className="mt-12 grid gap-12 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-16">
      <Skeleton className="h-96" />
      <Skeleton className="h-72" />
    </div>
  </div>
)
