import type { Order } from '@aos/contracts/http'
import { useQuery } from '@tanstack/react-query'
import { checkoutQuery } from '../../shared/api/get-checkout.ts'
import { orderLater as words } from '../../shared/messages/order-later.ts'
import { clockText, sinceText } from './exact-times.ts'
import { JourneyList } from './journey-list.tsx'

/** The same journey as the machines see it. */
export const OperatorDetails = ({ order }: { order: Order }) => (
  <>
    <dl className="mb-6 grid gap-x-6 gap-y-1 text-sm sm:grid-cols-[auto_1fr]">
      <dt className="text-muted">{words.operators.order}</dt>
      <dd className="font-mono break-all">{order.id}</dd>
      <dt className="text-muted">{words.operators.trace}</dt>
      <dd className="font-mono break-all">
        <TraceLink traceId={order.traceId} />
      </dd>
    </dl>
    <JourneyList order={order} />
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached without a mouse */}
    <section tabIndex={0} aria-label={words.operators.caption} className="mt-8 overflow-x-auto">
      <table className="w-full text-left text-sm tabular-nums">
        <caption className="sr-only">{words.operators.caption}</caption>
        <thead className="border-b border-line text-muted">
          <tr>
            <th className="py-2 pr-4 font-medium">{words.operators.position}</th>
            <th className="py-2 pr-4 font-medium">{words.operators.message}</th>
            <th className="py-2 pr-4 font-medium">{words.operators.time}</th>
            <th className="py-2 pr-4 text-right font-medium">{words.operators.since}</th>
            <th className="py-2 font-medium">{words.operators.note}</th>
          </tr>
        </thead>
        <tbody>
          {order.journey.map(({ position, type, at, note }) => (
            <tr key={position} className="border-b border-line last:border-0">
              <td className="py-2 pr-4">{position}</td>
              <td className="py-2 pr-4 font-mono">{type}</td>
              <td className="py-2 pr-4">{clockText(at)}</td>
              <td className="py-2 pr-4 text-right whitespace-nowrap">
                {sinceText(Math.max(0, Date.parse(at) - Date.parse(order.placedAt)))}
              </td>
              <td className="py-2">{note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  </>
)

function TraceLink({ traceId }: { traceId: string | undefined }) {
  const { data: checkout } = useQuery(checkoutQuery)
  if (!traceId) return words.operators.noTrace
  if (!checkout?.traceUrl) return traceId
  return (
    <a
      href={checkout.traceUrl.replace('{traceId}', traceId)}
      target="_blank"
      rel="noreferrer"
      className="text-accent underline underline-offset-4"
    >
      {traceId}
    </a>
  )
}
