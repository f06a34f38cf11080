import { Skeleton } from '../../shared/ui/skeleton.tsx'

const rows = Array.from({ length: 8 }, (_, i) => i)

export const ListSkeleton = () => (
  <div className="grid gap-3">
    <p role="status" className="sr-only">
      Loading
    </p>
    {rows.map((row) => (
      <Skeleton key={row} className="h-14" />
    ))}
  </div>
)
