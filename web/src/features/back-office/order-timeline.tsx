import type { OrderRecord } from '@aos/contracts/back-office-orders'
import { useQuery } from '@tanstack/react-query'
import { checkoutQuery } from '../../shared/api/get-checkout.ts'
import { Cell, Head, Row, Table } from './table.tsx'
import { momentText } from './words.ts'

/** Every message about an order, as orders heard and said them. */
export function OrderTimeline({ order }: { order: OrderRecord }) {
  const { data: checkout } = useQuery(checkoutQuery)
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline" className="mb-4 text-2xl font-semibold">
        Timeline
      </h2>
      <Table
        caption="Messages of this order"
        head={
          <>
            <Head className="max-sm:hidden">No.</Head>
            <Head>Message</Head>
            <Head>Time</Head>
            <Head>Trace</Head>
          </>
        }
      >
        {order.journey.map(({ position, type, at, note, traceId = order.traceId }) => (
          <Row key={position}>
            <Cell className="align-top text-muted max-sm:hidden">{position}</Cell>
            <Cell className="align-top">
              <span className="font-mono font-semibold max-sm:text-sm">{type}</span>
              {note && <p className="text-sm text-muted">{note}</p>}
            </Cell>
            <Cell className="align-top">
              <time dateTime={at} className="max-sm:sr-only">
                {momentText(at)}
              </time>
              <p className="text-sm whitespace-nowrap text-muted">
                {sinceText(Date.parse(at) - Date.parse(order.placedAt))}
              </p>
            </Cell>
            <Cell className="align-top font-mono text-sm">
              <TraceLink traceId={traceId} template={checkout?.traceUrl} of={type} />
            </Cell>
          </Row>
        ))}
      </Table>
    </section>
  )
}

interface TraceLinkProps {
  traceId: string | undefined
  template: string | undefined
  of: string
}

function TraceLink({ traceId, template, of }: TraceLinkProps) {
  if (!traceId) return 'none'
  const short = traceId.slice(0, 8)
  if (!template) return short
  return (
    <a
      href={template.replace('{traceId}', traceId)}
      target="_blank"
      rel="noreferrer"
      aria-label={`Trace ${short} of ${of}`}
      className="text-accent underline underline-offset-4"
    >
      {short}
    </a>
  )
}

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** How long after the order was placed. */
function sinceText(ms: number): string {
  if (ms < SECOND) return `after ${Math.max(0, ms)} ms`
  if (ms < MINUTE) return `after ${(ms / SECOND).toFixed(1)} s`
  if (ms < HOUR) return `after ${Math.round(ms / MINUTE)} min`
  return `after ${Math.round(ms / HOUR)} h`
}
