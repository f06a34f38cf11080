import { staffOrdersQuery } from './api/search-orders.ts'
import { OrderTable } from './order-table.tsx'
import { useShown } from './use-shown.ts'

const MINUTE = 60_000
const SHOWN = 20

/** Above all others: the orders that somebody should look at. */
export function UnhappyOrders() {
  const { data } = useShown({
    ...staffOrdersQuery({ attention: 'true', pageSize: SHOWN }),
    refetchInterval: MINUTE,
  })
  if (!data) return null
  if (data.total === 0)
    return (
      <p className="card px-6 py-4 text-muted">
        No order needs you: none is overdue, stuck or being refunded.
      </p>
    )
  return (
    <section aria-labelledby="unhappy" className="grid grid-cols-1 gap-3">
      <h2 id="unhappy" className="text-2xl font-semibold">
        These need somebody
      </h2>
      <OrderTable caption="Orders that need somebody, the oldest first" orders={data.orders} withNeeds />
      {data.total > data.orders.length && (
        <p className="text-sm text-muted">
          The oldest {data.orders.length} of {data.total}.
        </p>
      )}
    </section>
  )
}
