import { MOST_COUNTED, type StaffOrderPage } from '@aos/contracts/back-office-orders'
import type { OrderStatus } from '@aos/contracts/journey'
import { useNavigate } from '@tanstack/react-router'
import { useId } from 'react'
import { PageHeading } from '../../shared/ui/page-heading.tsx'
import { staffOrdersQuery } from './api/search-orders.ts'
import { ListSkeleton } from './list-skeleton.tsx'
import { changed, type OfficeSearch } from './office-search.ts'
import { OpenLetters } from './open-letters.tsx'
import { OrderTable } from './order-table.tsx'
import { Pages } from './pages.tsx'
import { SearchForm } from './search-form.tsx'
import { UnhappyOrders } from './unhappy-orders.tsx'
import { useShown } from './use-shown.ts'
import { statusNames } from './words.ts'

export function OrderList({ search }: { search: OfficeSearch }) {
  const { data: list } = useShown(staffOrdersQuery(search))
  const navigate = useNavigate()
  const go = (to: OfficeSearch) => void navigate({ to: '/admin/orders', search: to })
  const isPlain = !search.q && !search.status && !search.page
  return (
    <div className="grid grid-cols-1 gap-6 pt-8">
      <PageHeading title="Orders">Orders</PageHeading>
      {isPlain && <OpenLetters />}
      {isPlain && <UnhappyOrders />}
      <div className="flex flex-wrap items-end justify-between gap-4">
        <SearchForm
          label="Order number or e-mail address"
          words={search.q}
          onSearch={(q) => go(changed(search, { q }))}
        />
        <StatusChoice status={search.status} onChange={(status) => go(changed(search, { status }))} />
      </div>
      <p role="status" className="text-sm text-muted">
        {list && countText(list)}
      </p>
      {list ? <OrderTable caption="Orders, the latest first" orders={list.orders} /> : <ListSkeleton />}
      {list && <Pages {...list} search={search} />}
    </div>
  )
}

function countText({ total }: StaffOrderPage): string {
  if (total >= MOST_COUNTED) return `${MOST_COUNTED} orders or more`
  return total === 1 ? '1 order' : `${total} orders`
}

interface StatusChoiceProps {
  status: OrderStatus | undefined
  onChange(status: OrderStatus | undefined): void
}

function StatusChoice({ status, onChange }: StatusChoiceProps) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block text-sm font-semibold">
        Status
      </label>
      <select
        id={id}
        value={status ?? ''}
        onChange={({ target }) => onChange((target.value || undefined) as OrderStatus | undefined)}
        className="field-box"
      >
        <option value="">Any</option>
        {Object.entries(statusNames).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}
