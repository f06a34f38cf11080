import type { OrderRecord } from '@aos/contracts/back-office-orders'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Icon } from '../../shared/ui/icon.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { PageHeading } from '../../shared/ui/page-heading.tsx'
import { Price } from '../../shared/ui/price.tsx'
import { orderRecordQuery } from './api/get-order-record.ts'
import { ListSkeleton } from './list-skeleton.tsx'
import { OrderTimeline } from './order-timeline.tsx'
import { Cell, Head, Row, Table } from './table.tsx'
import { useShown } from './use-shown.ts'
import { momentText, needNames, needTexts, statusNames } from './words.ts'

const SECONDS_5 = 5_000

/** An order is alive: it is looked at again as long as the page is. */
export function OrderDetails({ id }: { id: string }) {
  const { data: order } = useShown({ ...orderRecordQuery(id), refetchInterval: SECONDS_5 })
  if (!order) return <ListSkeleton />
  return (
    <div className="grid grid-cols-1 gap-8 pt-6">
      <div>
        <Link
          to="/admin/orders"
          className="inline-flex min-h-11 items-center gap-1.5 text-muted hover:text-ink"
        >
          <Icon name="back" className="size-4" /> Orders
        </Link>
        <PageHeading title={`Order ${order.id}`} className="mt-2 sm:text-4xl">
          Order of {order.customer.name}
        </PageHeading>
        <p className="mt-2 font-mono text-sm break-all text-muted">{order.id}</p>
      </div>
      {order.needs.map((need) => (
        <Notice key={need} tone="trouble" title={needNames[need]}>
          {needTexts[need]}
        </Notice>
      ))}
      <Facts order={order} />
      <Lines order={order} />
      <OrderTimeline order={order} />
    </div>
  )
}

const Facts = ({ order }: { order: OrderRecord }) => (
  <dl className="card grid grid-cols-1 gap-x-8 gap-y-4 p-5 sm:grid-cols-2 sm:p-7 lg:grid-cols-3">
    <Fact name="Status">
      <strong>{statusNames[order.status]}</strong>
      {order.reason && `, ${order.reason.replaceAll('-', ' ')}`}
      {order.awaits && `, awaiting the answer about the ${order.awaits}`}
    </Fact>
    <Fact name="Placed">
      {momentText(order.placedAt)}, by a {order.placedBy}
    </Fact>
    <Fact name="Total">
      <Price of={order.total} />
      {order.refunded && (
        <>
          , refunded <Price of={order.refunded} />
        </>
      )}
    </Fact>
    <Fact name="Customer">
      {order.customer.name}, <span className="[overflow-wrap:anywhere]">{order.customer.email}</span>
    </Fact>
    <Fact name="Address">
      {order.customer.address.street}, {order.customer.address.postalCode} {order.customer.address.city},{' '}
      {order.customer.address.country}
    </Fact>
    {order.detail && <Fact name="Why">{order.detail}</Fact>}
    {order.trackingNumber && <Fact name="Tracking number">{order.trackingNumber}</Fact>}
    {order.deadlineAt && <Fact name="Deadline">{momentText(order.deadlineAt)}</Fact>}
    <Fact name="The customer's page">
      <Link to="/orders/$id" params={{ id: order.id }} className="text-accent underline underline-offset-4">
        See it, or cancel the order there
      </Link>
    </Fact>
  </dl>
)

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt className="text-sm text-muted">{name}</dt>
    <dd className="wrap-anywhere">{children}</dd>
  </div>
)

const Lines = ({ order }: { order: OrderRecord }) => (
  <section aria-labelledby="lines">
    <h2 id="lines" className="mb-4 text-2xl font-semibold">
      Items
    </h2>
    <Table
      caption="What was ordered"
      head={
        <>
          <Head>Product</Head>
          <Head className="text-right">Quantity</Head>
          <Head className="text-right">Each</Head>
        </>
      }
    >
      {order.lines.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an order may name a product twice, and its lines stay as they are
        <Row key={`${line.sku} ${i}`}>
          <Cell>
            <Link
              to="/admin/products/$sku"
              params={{ sku: line.sku }}
              className="font-semibold underline-offset-4 hover:underline"
            >
              {'name' in line ? line.name : line.sku}
            </Link>
            <p className="font-mono text-sm text-muted">{line.sku}</p>
          </Cell>
          <Cell className="text-right">{line.quantity}</Cell>
          <Cell className="text-right">
            {'unitPrice' in line && <Price of={{ amount: line.unitPrice, currency: order.total.currency }} />}
          </Cell>
        </Row>
      ))}
    </Table>
  </section>
)
