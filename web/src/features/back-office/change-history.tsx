import { PageHeading } from '../../shared/ui/page-heading.tsx'
import { changesQuery } from './api/list-changes.ts'
import { ChangeTable } from './change-table.tsx'
import { ListSkeleton } from './list-skeleton.tsx'
import { Pages } from './pages.tsx'
import { useShown } from './use-shown.ts'

export function ChangeHistory({ page }: { page: number }) {
  const { data } = useShown(changesQuery({ page }))
  return (
    <div className="grid grid-cols-1 gap-6 pt-8">
      <div>
        <PageHeading title="Changes">Changes</PageHeading>
        <p className="mt-3 text-muted">Who changed what of the products and their stock, the latest first.</p>
      </div>
      {data ? <ChangeTable caption="All changes" changes={data.changes} withProduct /> : <ListSkeleton />}
      {data && <Pages {...data} search={{ page }} />}
    </div>
  )
}
