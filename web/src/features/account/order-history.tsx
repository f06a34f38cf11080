import type { OrderHistory as History, OrderGlance } from '@aos/contracts/order-history'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { buttonClass } from '../../shared/ui/button.tsx'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { Icon } from '../../shared/ui/icon.tsx'
import { PageHeading } from '../../shared/ui/page-heading.tsx'
import { Price } from '../../shared/ui/price.tsx'
import { ordersQuery } from './api/list-orders.ts'
import { statusNames } from './status-names.ts'

const day = new Intl.DateTimeFormat('en-IE', { dateStyle: 'long' })

export function OrderHistory({ page }: { page: number }) {
  const { data: history } = useSuspenseQuery(ordersQuery(page))
  const heading = <PageHeading title="Your orders">Your orders</PageHeading>
  if (history.total === 0)
    return (
      <EmptyState heading={heading} text="You have not ordered anything yet with this account.">
        <Link to="/" className={buttonClass()}>
          Look around
        </Link>
      </EmptyState>
    )
  return (
    <div className="grid gap-8 pt-10 sm:pt-16">
      {heading}
      <ul className="grid gap-4">
        {history.orders.map((order) => (
          <OrderRow key={order.id} order={order} />
        ))}
      </ul>
      <Pages history={history} />
    </div>
  )
}

const OrderRow = ({ order: { id, status, total, items, names, placedAt } }: { order: OrderGlance }) => (
  <li className="card relative grid gap-x-6 gap-y-2 p-5 sm:grid-cols-[1fr_auto] sm:p-6">
    <div className="min-w-0">
      <Link
        to="/orders/$id"
        params={{ id }}
        className="text-lg font-semibold underline-offset-4 after:absolute after:inset-0 hover:underline"
      >
        Order of {day.format(new Date(placedAt))}
      </Link>
      <p className="mt-1 text-muted [overflow-wrap:anywhere]">{summary(items, names)}</p>
    </div>
    <div className="flex items-baseline gap-4 sm:flex-col sm:items-end sm:gap-1">
      <span className="font-semibold">
        <Price of={total} />
      </span>
      <span className="text-muted">{statusNames[status]}</span>
    </div>
  </li>
)

const summary = (items: number, names: string[]): string =>
  [items === 1 ? '1 item' : `${items} items`, names.join(', ')].filter(Boolean).join(': ')

function Pages({ history: { page, pageSize, total } }: { history: History }) {
  const pages = Math.ceil(total / pageSize)
  if (pages <= 1) return null
  return (
    <nav aria-label="Pages" className="grid grid-cols-[1fr_auto_1fr] items-center gap-4">
      <span>
        {page > 1 && (
          <Link to="/account/orders" search={{ page: page - 1 }} rel="prev" className={buttonClass('quiet')}>
            <Icon name="back" /> <span className="max-sm:sr-only">Newer orders</span>
          </Link>
        )}
      </span>
      <span className="text-muted tabular-nums">
        Page {page} of {pages}
      </span>
      <span className="text-right">
        {page < pages && (
          <Link to="/account/orders" search={{ page: page + 1 }} rel="next" className={buttonClass('quiet')}>
            <span className="max-sm:sr-only">Older orders</span> <Icon name="forward" />
          </Link>
        )}
      </span>
    </nav>
  )
}
