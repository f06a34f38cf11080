import type { OrderHistory as History, OrderGlance } from '@aos/contracts/order-history'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { dateFormat } from '../../shared/format.ts'
import { account } from '../../shared/messages/account.ts'
import { shell } from '../../shared/messages/shell.ts'
import { buttonClass } from '../../shared/ui/button.tsx'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { Icon } from '../../shared/ui/icon.tsx'
import { PageHeading } from '../../shared/ui/page-heading.tsx'
import { Price } from '../../shared/ui/price.tsx'
import { ordersQuery } from './api/list-orders.ts'

const day = dateFormat({ dateStyle: 'long' })

export function OrderHistory({ page }: { page: number }) {
  const { data: history } = useSuspenseQuery(ordersQuery(page))
  const heading = <PageHeading title={account.yourOrders}>{account.yourOrders}</PageHeading>
  if (history.total === 0)
    return (
      <EmptyState heading={heading} text={account.orders.none}>
        <Link to="/" className={buttonClass()}>
          {account.orders.lookAround}
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
        {account.orders.of(day.format(new Date(placedAt)))}
      </Link>
      <p className="mt-1 text-muted [overflow-wrap:anywhere]">{summary(items, names)}</p>
    </div>
    <div className="flex items-baseline gap-4 sm:flex-col sm:items-end sm:gap-1">
      <span className="font-semibold">
        <Price of={total} />
      </span>
      <span className="text-muted">{account.orders.statuses[status]}</span>
    </div>
  </li>
)

const summary = (items: number, names: string[]): string =>
  [shell.items(items), names.join(', ')].filter(Boolean).join(': ')

function Pages({ history: { page, pageSize, total } }: { history: History }) {
  const words = account.orders
  const pages = Math.ceil(total / pageSize)
  if (pages <= 1) return null
  return (
    <nav aria-label={words.pages} className="grid grid-cols-[1fr_auto_1fr] items-center gap-4">
      <span>
        {page > 1 && (
          <Link to="/account/orders" search={{ page: page - 1 }} rel="prev" className={buttonClass('quiet')}>
            <Icon name="back" /> <span className="max-sm:sr-only">{words.newer}</span>
          </Link>
        )}
      </span>
      <span className="text-muted tabular-nums">{words.page(page, pages)}</span>
      <span className="text-right">
        {page < pages && (
          <Link to="/account/orders" search={{ page: page + 1 }} rel="next" className={buttonClass('quiet')}>
            <span className="max-sm:sr-only">{words.older}</span> <Icon name="forward" />
          </Link>
        )}
      </span>
    </nav>
  )
}
