import type { StaffOrderGlance } from '@aos/contracts/back-office-orders'
import { Link } from '@tanstack/react-router'
import { Price } from '../../shared/ui/price.tsx'
import { Needs } from './needs.tsx'
import { Cell, Head, Row, Table } from './table.tsx'
import { useOpenLetters } from './use-open-letters.ts'
import { momentText, statusNames } from './words.ts'

interface OrderTableProps {
  caption: string
  orders: StaffOrderGlance[]
  withNeeds?: boolean
}

export function OrderTable({ caption, orders, withNeeds = false }: OrderTableProps) {
  const letters = useOpenLetters()
  if (orders.length === 0) return <p className="card p-8 text-center text-muted">None of the orders fits.</p>
  return (
    <Table
      caption={caption}
      head={
        <>
          <Head>Order</Head>
          <Head className="max-md:hidden">Customer</Head>
          <Head>{withNeeds ? 'What is the matter' : 'Status'}</Head>
          <Head className="text-right max-sm:hidden">Total</Head>
        </>
      }
    >
      {orders.map((order) => (
        <OrderRow
          key={order.id}
          order={order}
          withNeeds={withNeeds}
          hasLetter={letters.orders.has(order.id)}
        />
      ))}
    </Table>
  )
}

interface OrderRowProps {
  order: StaffOrderGlance
  withNeeds: boolean
  hasLetter: boolean
}

const OrderRow = ({ order, withNeeds, hasLetter }: OrderRowProps) => (
  <Row>
    <Cell>
      <Link
        to="/admin/orders/$id"
        params={{ id: order.id }}
        className="font-mono font-semibold text-accent underline underline-offset-4"
      >
        {order.id.slice(0, 13)}
        <span className="max-xl:sr-only">{order.id.slice(13)}</span>
      </Link>
      <p className="text-sm text-muted">
        <time dateTime={order.placedAt}>{momentText(order.placedAt)}</time>
      </p>
    </Cell>
    <Cell className="[overflow-wrap:anywhere] max-md:hidden">
      {order.name}
      <p className="text-sm text-muted">{order.email}</p>
    </Cell>
    <Cell>
      {withNeeds ? <Needs needs={order.needs} /> : statusNames[order.status]}
      <p className="text-sm text-muted">
        {withNeeds ? statusNames[order.status] : order.reason?.replaceAll('-', ' ')}
      </p>
      {hasLetter && (
        <Link
          to="/admin/dead-letters"
          className="inline-block min-h-6 text-sm font-semibold text-trouble underline underline-offset-4"
        >
          A message was refused
        </Link>
      )}
    </Cell>
    <Cell className="text-right max-sm:hidden">
      <Price of={order.total} />
    </Cell>
  </Row>
)
