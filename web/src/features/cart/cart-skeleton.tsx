import { shell } from '../../shared/messages/shell.ts'
import { Skeleton } from '../../shared/ui/skeleton.tsx'

export const CartSkeleton = () => (
  <div className="pt-8 sm:pt-12">
    <p className="sr-only">{shell.loading.cart}</p>
    <Skeleton className="h-12 w-56" />
    <div className="mt-10 grid gap-10 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-16">
      <div className="grid gap-6">
        <Skeleton className="h-36" />
        <Skeleton className="h-36" />
      </div>
      <Skeleton className="h-64" />
    </div>
  </div>
)
