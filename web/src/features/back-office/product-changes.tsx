import { changesQuery } from './api/list-changes.ts'
import { ChangeTable } from './change-table.tsx'
import { ListSkeleton } from './list-skeleton.tsx'
import { useShown } from './use-shown.ts'

export function ProductChanges({ sku }: { sku: string }) {
  const { data } = useShown(changesQuery({ sku, pageSize: 50 }))
  return (
    <section aria-labelledby="changes">
      <h2 id="changes" className="mb-4 text-2xl font-semibold">
        Who changed what
      </h2>
      {data ? <ChangeTable caption="Changes of this product" changes={data.changes} /> : <ListSkeleton />}
      {data && data.total > data.changes.length && (
        <p className="mt-3 text-sm text-muted">
          The latest {data.changes.length} of {data.total}.
        </p>
      )}
    </section>
  )
}
